package nl.poort25.database;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import nl.poort25.it.PortalUnderTest;
import nl.poort25.it.PostgreSql;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database with our tables, for tests of what one class does with it: embedded, and with {@code
 * -Dit.db=postgresql} also in a schema of its own of a PostgreSQL server that is started for it.
 */
public final class TestDatabase implements AutoCloseable {
  /** Of the tests that use one: the build runs these on PostgreSQL too. */
  public static final String TAG = "on-each-database";

  private static final AtomicInteger COUNT = new AtomicInteger();
  private final SessionFactory factory;
  private final DataSource source;
  private final Runnable end;

  /**
   * @param entities the classes that the test touches, with what they refer to
   */
  public TestDatabase(Class<?>... entities) {
    this(all(), source -> source, entities);
  }

  /**
   * @param log remembers what is sent to it
   */
  public TestDatabase(StatementLog log, Class<?>... entities) {
    this(all(), log::watching, entities);
  }

  /** Of the embedded one a file in that folder, as a portal has it: for what memory cannot hold. */
  public static TestDatabase in(Path folder, Class<?>... entities) {
    if (PortalUnderTest.isOnPostgreSql()) {
      return new TestDatabase(entities);
    }
    var h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:file:" + folder.resolve("test") + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
    return new TestDatabase(List.of(Migrated.of("H2", h2, "PUBLIC")), source -> source, entities);
  }

  private TestDatabase(
      List<Migrated> all, UnaryOperator<DataSource> watched, Class<?>... entities) {
    DataKeyOfTest.use();
    var migrated = all.get(all.size() - 1);
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
    end = () -> all.forEach(Migrated::close);
  }

  /** An empty database after its migrations. */
  record Migrated(String name, DataSource source, Flyway flyway) implements AutoCloseable {
    private static Migrated of(String name, DataSource source, String schema) {
      return of(name, source, schema, "latest");
    }

    private static Migrated of(String name, DataSource source, String schema, String version) {
      var flyway =
          Migrations.configuration(source)
              .schemas(schema)
              .cleanDisabled(false)
              .target(version)
              .load();
      flyway.migrate();
      return new Migrated(name, source, flyway);
    }

    @Override
    public void close() {
      flyway.clean();
    }
  }

  /** Started when the first test asks for it, ended with this process. */
  private static final class Server {
    static final PostgreSql OF_THIS_PROCESS = started();

    private static PostgreSql started() {
      var server = new PostgreSql();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "ends PostgreSQL"));
      return server;
    }
  }

  /** Our tables in a database of a test's own, before anybody uses it. */
  public static void migrate(DataSource source) {
    Migrations.configuration(source).load().migrate();
  }

  /** The embedded one, and PostgreSQL with -Dit.db=postgresql. */
  static List<Migrated> all() {
    return before("latest");
  }

  /**
   * The same, as an older portal left it.
   *
   * @param version of its last migration
   */
  static List<Migrated> before(String version) {
    String name = "test" + COUNT.incrementAndGet();
    var databases = new ArrayList<Migrated>();
    var h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    databases.add(Migrated.of("H2", h2, "PUBLIC", version));
    if (PortalUnderTest.isOnPostgreSql()) {
      var postgres = new PGSimpleDataSource();
      postgres.setUrl(Server.OF_THIS_PROCESS.url());
      postgres.setUser(PostgreSql.USER);
      postgres.setCurrentSchema(name);
      databases.add(Migrated.of("PostgreSQL", postgres, name, version));
    }
    return databases;
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
