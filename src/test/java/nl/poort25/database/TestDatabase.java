package nl.poort25.database;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import nl.poort25.it.PortalUnderTest;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/**
 * A database with our tables, for tests of what one class does with it: embedded, or with {@code
 * -Dit.db=postgresql} one of a PostgreSQL server that is started for them.
 */
public final class TestDatabase implements AutoCloseable {
  /** Of the tests that use one: the build runs these on PostgreSQL too. */
  public static final String TAG = "on-each-database";

  private final SessionFactory factory;
  private final DataSource source;
  private final Runnable end;

  /**
   * @param entities the classes that the test touches, with what they refer to
   */
  public TestDatabase(Class<?>... entities) {
    this(MigratedDatabase.make(), source -> source, entities);
  }

  /**
   * @param log remembers what is sent to it
   */
  public TestDatabase(StatementLog log, Class<?>... entities) {
    this(MigratedDatabase.make(), log::watching, entities);
  }

  /** Of the embedded one a file in that folder, as a portal has it: for what memory cannot hold. */
  public static TestDatabase in(Path folder, Class<?>... entities) {
    if (PortalUnderTest.isOnPostgreSql()) {
      return new TestDatabase(entities);
    }
    String url = "jdbc:h2:file:" + folder.resolve("test") + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1";
    return new TestDatabase(MigratedDatabase.onH2(url), source -> source, entities);
  }

  private TestDatabase(
      MigratedDatabase migrated, UnaryOperator<DataSource> watched, Class<?>... entities) {
    DataKeyOfTest.use();
    var configuration =
        new Configuration()
            .setProperty("hibernate.hbm2ddl.auto", "validate")
            .setProperty("hibernate.jdbc.time_zone", "UTC")
            .setProperty("hibernate.generate_statistics", "true")
            // else each transaction writes fifteen lines of figures into the log
            .setProperty("hibernate.session.events.log", "false");
    configuration
        .getProperties()
        .put("hibernate.connection.datasource", watched.apply(migrated.source()));
    source = migrated.source();
    for (Class<?> entity : entities) {
      configuration.addAnnotatedClass(entity);
    }
    factory = configuration.buildSessionFactory();
    end = migrated::close;
  }

  /** Our tables in a database of a test's own, before anybody uses it. */
  public static void migrate(DataSource source) {
    Migrations.configuration(source).load().migrate();
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

  /** The same database, past what watches it. */
  public DataSource source() {
    return source;
  }

  /** How many statements were sent to it, ever. */
  public long statements() {
    return factory.getStatistics().getPrepareStatementCount();
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
    end.run();
  }
}
