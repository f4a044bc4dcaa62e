package nl.poort25.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.poort25.database.TestDatabase;
import org.hibernate.Session;
import org.junit.jupiter.api.Tag;

/** An archive in a folder of a test, and what features have moved there, as others read it. */
@Tag(TestDatabase.TAG)
public final class ArchiveOfTest {
  /** In the plan of H2, and of PostgreSQL what was read and thrown away. */
  private static final Pattern READ =
      Pattern.compile("(?:scanCount: |Rows Removed by Filter: )(\\d+)");

  private final TestDatabase database;
  private final Path folder;

  /**
   * @param database among whose entities {@link #horizons} is
   */
  public ArchiveOfTest(TestDatabase database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /** The entity that says how far back tables go. */
  public static Class<?> horizons() {
    return ArchiveHorizon.class;
  }

  /** Moves all that is old, a batch in a transaction; how many rows. */
  public int move(Function<EntityManager, ArchiveSource> source, Instant before) {
    int all = 0;
    int moved;
    do {
      moved = database.in(em -> batches(em).move(source.apply(em), before));
      all += moved;
    } while (moved > 0);
    return all;
  }

  ArchiveBatches batches(EntityManager em) {
    var batches = new ArchiveBatches(new ArchiveFolder(folder));
    batches.em = em;
    return batches;
  }

  /** From when on the tables have all that there is; null where nothing has moved. */
  public Instant horizon(ArchiveKind... kinds) {
    return database.in(
        em -> {
          var horizons = new ArchiveHorizons();
          horizons.em = em;
          return horizons.of(kinds);
        });
  }

  /** How many rows the database reads to find what is old, and finds none; a statement each. */
  public List<Long> rowsRead(Function<EntityManager, ArchiveSource> source, Instant before) {
    if (database.in(em -> isPostgreSql(em))) {
      database.run(em -> em.createNativeQuery("analyze").executeUpdate());
    }
    return database.in(em -> source.apply(em).old(before).map(rows -> rowsRead(em, rows)).toList());
  }

  private static boolean isPostgreSql(EntityManager em) {
    return em.unwrap(Session.class)
        .doReturningWork(c -> c.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
  }

  private static long rowsRead(EntityManager em, OldRows rows) {
    String explain = "explain analyze " + rows.select().replace("for update skip locked", "");
    return em.unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (var statement = connection.prepareStatement(explain)) {
                ArchiveBatches.set(statement, rows.values());
                long read = 0;
                try (var plan = statement.executeQuery()) {
                  while (plan.next()) {
                    read +=
                        READ.matcher(plan.getString(1))
                            .results()
                            .mapToLong(found -> Long.parseLong(found.group(1)))
                            .sum();
                  }
                }
                return read;
              }
            });
  }

  /** Of a kind, the months in their order. */
  public List<JsonObject> lines(ArchiveKind kind) {
    return files().stream()
        .filter(file -> file.startsWith(kind.fileName() + "-2"))
        .flatMap(file -> lines(folder.resolve(file)).stream())
        .map(line -> Json.createReader(new StringReader(line)).readObject())
        .toList();
  }

  /** Their names, in order. */
  public List<String> files() {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As zcat has them. */
  public static List<String> lines(Path file) {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
