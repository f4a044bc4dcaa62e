package nl.poort25.archive;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.poort25.setting.Setting;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** A process that moves old alarms of an embedded database, for a test that kills it. */
final class Archiving {
  static final Instant BEFORE = Instant.parse("2026-06-01T00:00:00Z");

  private Archiving() {}

  /** Those that are over. */
  static final class Alarms implements ArchiveSource {
    @Override
    public Setting keeps() {
      return ArchiveKind.ALARM.keeps();
    }

    @Override
    public Stream<OldRows> old(Instant before) {
      return Stream.of(OldRows.by(ArchiveKind.ALARM, "ended_at", before));
    }
  }

  /**
   * @param arguments URL of the database, folder of the archive
   */
  public static void main(String[] arguments) {
    var source = new JdbcDataSource();
    source.setURL(arguments[0]);
    source.setUser("sa");
    try (var factory = factory(source)) {
      boolean more = true;
      while (more) {
        more = move(factory, Path.of(arguments[1])) > 0;
        System.out.println("a batch");
      }
    }
  }

  private static SessionFactory factory(DataSource source) {
    var configuration = new Configuration().addAnnotatedClass(ArchiveHorizon.class);
    configuration.getProperties().put("hibernate.connection.datasource", source);
    return configuration.buildSessionFactory();
  }

  private static int move(SessionFactory factory, Path folder) {
    try (EntityManager em = factory.createEntityManager()) {
      em.getTransaction().begin();
      var batches = new ArchiveBatches(new ArchiveFolder(folder));
      batches.em = em;
      int moved = batches.move(new Alarms(), BEFORE);
      em.getTransaction().commit();
      return moved;
    }
  }
}
