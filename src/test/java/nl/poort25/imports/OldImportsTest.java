package nl.poort25.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.archive.ArchiveKind;
import nl.poort25.archive.ArchiveOfTest;
import nl.poort25.database.TestDatabase;
import nl.poort25.imports.FileImport.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which uploaded files move to the archive. */
@Tag(TestDatabase.TAG)
class OldImportsTest {
  private static final Instant OLD = Instant.parse("2026-02-03T00:00:00Z");
  private static final Instant BEFORE = Instant.parse("2026-06-01T00:00:00Z");
  private static final TestDatabase DATABASE =
      new TestDatabase(FileImport.class, Account.class, Partner.class, ArchiveOfTest.horizons());

  @TempDir Path folder;
  private ArchiveOfTest archive;

  @BeforeEach
  void empty() {
    archive = new ArchiveOfTest(DATABASE, folder);
    for (String entity : List.of("FileImport", "Account")) {
      DATABASE.run(em -> em.createQuery("delete from " + entity).executeUpdate());
    }
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static void upload(Kind kind, Instant at, Consumer<FileImport> then) {
    DATABASE.run(
        em -> {
          var by = new Account(null, kind + "@x.example", "Lieke", Set.of(Role.NETWORK), "nl", at);
          em.persist(by);
          var upload = new FileImport(kind, "192.0.2.0/24\n" + kind, null, by, at);
          em.persist(upload);
          then.accept(upload);
        });
  }

  private int move() {
    return archive.move(em -> new OldImports(), BEFORE);
  }

  @Test
  void whatWasAppliedWithdrawnOrLeftLongAgoGoesWithItsContent() {
    upload(Kind.DELEGATED, OLD, upload -> upload.apply(1, 0, OLD));
    upload(Kind.OPENINGS, OLD, upload -> upload.withdraw(OLD));
    upload(Kind.DOMAINS, OLD, upload -> {});
    assertEquals(3, move());
    var lines = archive.lines(ArchiveKind.IMPORT);
    assertEquals("192.0.2.0/24\nDELEGATED", lines.get(0).getString("content"));
    assertEquals(OLD.toString(), lines.get(0).getString("applied_at"));
  }

  @Test
  void whatWaitsForASecondPersonStaysHoweverOldItIs() {
    upload(Kind.OPENINGS, OLD, upload -> {});
    assertEquals(0, move());
  }

  @Test
  void whatWasUploadedAppliedOrWithdrawnOfLateStays() {
    upload(Kind.DOMAINS, BEFORE, upload -> {});
    upload(Kind.OPENINGS, OLD, upload -> upload.apply(1, 0, BEFORE));
    upload(Kind.CONNECTIONS, OLD, upload -> upload.withdraw(BEFORE));
    assertEquals(0, move());
  }
}
