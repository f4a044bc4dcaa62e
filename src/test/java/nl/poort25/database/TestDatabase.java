package nl.poort25.database;

import jakarta.persistence.EntityManager;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** An embedded database with our tables, for tests of what one class does with it. */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final SessionFactory factory;

  /**
   * @param entities the classes that the test touches, with what they refer to
   */
  public TestDatabase(Class<?>... entities) {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:test" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .javaMigrations(new V002__append_only_audit())
        .load()
        .migrate();
    var configuration =
        new Configuration()
            .setProperty("hibernate.hbm2ddl.auto", "validate")
            .setProperty("hibernate.jdbc.time_zone", "UTC")
            .setProperty("hibernate.type.preferred_instant_jdbc_type", "TIMESTAMP_WITH_TIMEZONE");
    configuration.getProperties().put("hibernate.connection.datasource", source);
    for (Class<?> entity : entities) {
      configuration.addAnnotatedClass(entity);
    }
    factory = configuration.buildSessionFactory();
  }

  /** One transaction, committed unless the work throws. */
  public <T> T in(Function<EntityManager, T> work) {
    try (var em = factory.createEntityManager()) {
      em.getTransaction().begin();
      try {
        T result = work.apply(em);
        em.getTransaction().commit();
        return result;
      } finally {
        if (em.getTransaction().isActive()) {
          em.getTransaction().rollback();
        }
      }
    }
  }

  public void run(Consumer<EntityManager> work) {
    in(
        em -> {
          work.accept(em);
          return null;
        });
  }

  @Override
  public void close() {
    factory.close();
  }
}
