package nl.poort25.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.database.TestDatabase;
import nl.poort25.it.SmallDisk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of rows when a batch does not come to its end, or another is at it. */
@Tag(TestDatabase.TAG)
class ArchiveBatchesTest {
  private static final Instant OLD = Instant.parse("2026-03-31T23:30:00Z");
  private static final Instant BEFORE = Instant.parse("2026-06-01T00:00:00Z");
  private static final TestDatabase DATABASE = new TestDatabase(ArchiveHorizon.class);

  @TempDir Path temporary;
  private Path folder;
  private ArchiveOfTest archive;

  @BeforeEach
  void fill() {
    folder = temporary.resolve("data.archive");
    archive = new ArchiveOfTest(DATABASE, folder);
    DATABASE.run(em -> em.createNativeQuery("delete from alarm").executeUpdate());
    DATABASE.run(
        em -> em.createQuery("update ArchiveHorizon set movedBefore = null").executeUpdate());
    raise("fw1");
    raise("fw2");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static void raise(String about) {
    DATABASE.run(
        em ->
            em.createNativeQuery(
                    "insert into alarm (kind, about, since, ended_at) values ('SILENT', ?1, ?2, ?2)")
                .setParameter(1, about)
                .setParameter(2, OLD)
                .executeUpdate());
  }

  private static Set<String> left() {
    return DATABASE.in(
        em ->
            Stream.of(em.createNativeQuery("select about from alarm").getResultList().toArray())
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private List<String> archived() {
    return archive.lines(ArchiveKind.ALARM).stream().map(line -> line.getString("about")).toList();
  }

  private int move() {
    return archive.move(em -> new Archiving.Alarms(), BEFORE);
  }

  /** After the lines are on the disk, and before the rows are gone. */
  @Test
  void whatIsCutOffBetweenStandsTwiceAndNeverNotAtAll() {
    assertThrows(
        IllegalStateException.class,
        () ->
            DATABASE.run(
                em -> {
                  assertEquals(2, archive.batches(em).move(new Archiving.Alarms(), BEFORE));
                  throw new IllegalStateException("the machine went down");
                }));
    assertEquals(Set.of("fw1", "fw2"), left());
    assertNull(archive.horizon(ArchiveKind.ALARM));
    assertEquals(2, move());
    assertEquals(Set.of(), left());
    assertEquals(List.of("fw1", "fw2", "fw1", "fw2"), archived());
    // the same line, by its id: a reader leaves out what he has
    assertEquals(2, Set.copyOf(archive.lines(ArchiveKind.ALARM)).size());
  }

  @Test
  void whereNothingCanBeWrittenNothingIsDeleted() throws Exception {
    Files.createFile(folder); // where the folder should be
    var fault = assertThrows(ArchiveFault.class, this::move);
    assertTrue(fault.getMessage().contains("" + folder), fault.getMessage());
    assertEquals(Set.of("fw1", "fw2"), left());
    Files.delete(folder);
    assertEquals(2, move());
    assertEquals(List.of("fw1", "fw2"), archived());
  }

  /** The database may be on the same disk, and needs the rest. */
  @Test
  void whereLittleIsFreeNothingIsWritten() {
    try (var disk = new SmallDisk(8)) {
      var small = new ArchiveOfTest(DATABASE, disk.folder());
      var fault =
          assertThrows(ArchiveFault.class, () -> small.move(em -> new Archiving.Alarms(), BEFORE));
      assertTrue(fault.getMessage().contains("MB are free"), fault.getMessage());
      assertEquals(List.of(), small.files());
    }
    assertEquals(Set.of("fw1", "fw2"), left());
  }

  @Test
  void aFileThatIsNotOursStopsItToo() throws Exception {
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("alarm-2026-03.jsonl.gz"), "somebody's");
    assertThrows(ArchiveFault.class, this::move);
    assertEquals(Set.of("fw1", "fw2"), left());
  }

  @Test
  void twoAtOnceTakeDifferentRows() {
    DATABASE.run(
        one -> {
          one.createNativeQuery("select id from alarm where about = 'fw1' for update")
              .getResultList();
          assertEquals(
              1,
              DATABASE
                  .in(other -> archive.batches(other).move(new Archiving.Alarms(), BEFORE))
                  .intValue());
          assertEquals(
              0,
              DATABASE
                  .in(other -> archive.batches(other).move(new Archiving.Alarms(), BEFORE))
                  .intValue());
        });
    assertEquals(List.of("fw2"), archived());
    assertEquals(1, move());
    assertEquals(List.of("fw2", "fw1"), archived());
  }

  @Test
  void everyKindHasItsRowAndItsTable() {
    for (var kind : ArchiveKind.values()) {
      assertNull(archive.horizon(kind));
      String keys = "select %s from %s where 1 = 0".formatted(kind.key(), kind.table());
      DATABASE.run(em -> assertEquals(List.of(), em.createNativeQuery(keys).getResultList()));
    }
  }
}
