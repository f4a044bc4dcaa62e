package nl.poort25.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.poort25.archive.ArchiveKind;
import nl.poort25.archive.ArchiveOfTest;
import nl.poort25.database.TestDatabase;
import nl.poort25.outbox.Undelivered.Retry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which mails move to the archive, and what stands there of them. */
@Tag(TestDatabase.TAG)
class SettledMailsTest {
  private static final Instant OLD = Instant.parse("2026-03-31T23:30:00Z");
  private static final Instant BEFORE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant YOUNG = BEFORE;
  private static final TestDatabase DATABASE =
      new TestDatabase(OutboxMail.class, ArchiveOfTest.horizons());

  private static final int MANY = 3_000;

  @TempDir Path folder;
  private ArchiveOfTest archive;

  @BeforeEach
  void empty() {
    archive = new ArchiveOfTest(DATABASE, folder);
    DATABASE.run(em -> em.createQuery("delete from OutboxMail").executeUpdate());
    DATABASE.run(
        em -> em.createQuery("update ArchiveHorizon set movedBefore = null").executeUpdate());
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static void write(String about, Instant at, Consumer<OutboxMail> then) {
    var mail =
        new OutboxMail(
            "<" + about + "@x>",
            "ans@haven.example",
            "nl",
            "plain",
            Map.of("domain", "bücher.nl", "text", "\"1\""),
            about,
            at);
    DATABASE.run(
        em -> {
          em.persist(mail);
          then.accept(mail);
        });
  }

  private static void giveUp(OutboxMail mail, Instant now) {
    mail.markFailed(new Undelivered(Retry.NEVER, "550 no such user"), now);
  }

  private int move() {
    return archive.move(em -> new SettledMails(), BEFORE);
  }

  private static List<String> left() {
    return DATABASE.in(
        em ->
            em.createQuery("select m.subject from OutboxMail m order by m.id", String.class)
                .getResultList());
  }

  @Test
  void whatWasSentLongAgoIsInTheFileOfItsMonthAndNoLongerInTheTable() {
    write("sent", OLD, mail -> mail.markSent(OLD));
    write("sent in May", OLD, mail -> mail.markSent(OLD.plus(Duration.ofDays(40))));
    assertEquals(2, move());
    assertEquals(List.of(), left());
    assertEquals(List.of("mail-2026-03.jsonl.gz", "mail-2026-05.jsonl.gz"), archive.files());
    JsonObject sent = archive.lines(ArchiveKind.MAIL).get(0);
    assertEquals("ans@haven.example", sent.getString("recipient"));
    assertEquals("domain=bücher.nl\ntext=\"1\"", sent.getString("arguments"));
    assertEquals("<sent@x>", sent.getString("message_id"));
    assertEquals(OLD.toString(), sent.getString("sent_at"));
    assertEquals("SENT", sent.getString("state"));
    assertEquals(0, sent.getInt("tries"));
    assertTrue(sent.getInt("id") > 0);
    assertFalse(sent.containsKey("last_error"));
  }

  @Test
  void thoseThatWereGivenUpGoToo() {
    write("given up", OLD, mail -> giveUp(mail, OLD));
    write(
        "seen to",
        OLD,
        mail -> {
          giveUp(mail, OLD);
          mail.dismiss();
        });
    assertEquals(2, move());
    assertEquals(
        "550 no such user", archive.lines(ArchiveKind.MAIL).get(0).getString("last_error"));
  }

  @Test
  void oneThatWaitsStaysHoweverOldItIs() {
    write("never tried", OLD, mail -> {});
    write(
        "tried again",
        OLD,
        mail -> {
          giveUp(mail, OLD);
          mail.tryAgain(YOUNG);
        });
    assertEquals(0, move());
    assertEquals(List.of("never tried", "tried again"), left());
    assertEquals(List.of(), archive.files());
    assertNull(archive.horizon(ArchiveKind.MAIL));
  }

  @Test
  void oneThatWasSentOrGivenUpOfLateStays() {
    write("sent late", OLD, mail -> mail.markSent(YOUNG));
    write("given up late", OLD, mail -> giveUp(mail, YOUNG));
    assertEquals(0, move());
    assertEquals(List.of("sent late", "given up late"), left());
  }

  /** The bodies of a demo have the links that let somebody in. */
  @Test
  void noLinkStandsInTheArchive() {
    write("invitation", OLD, mail -> mail.markSent(OLD));
    DATABASE.run(
        em ->
            em.createQuery("update OutboxMail m set m.demoBody = 'https://x/links/geheim'")
                .executeUpdate());
    assertEquals(1, move());
    assertFalse(archive.lines(ArchiveKind.MAIL).toString().contains("geheim"));
  }

  @Test
  void thePagesKnowHowFarBackTheTableGoes() {
    write("sent", OLD, mail -> mail.markSent(OLD));
    move();
    assertEquals(BEFORE, archive.horizon(ArchiveKind.MAIL));
    // a run of a clock that was set back says no less
    write("sent", OLD, mail -> mail.markSent(OLD));
    archive.move(em -> new SettledMails(), BEFORE.minusSeconds(60));
    assertEquals(BEFORE, archive.horizon(ArchiveKind.MAIL));
    assertNull(archive.horizon(ArchiveKind.IMPORT));
  }

  @Test
  void aBacklogMovesInBatchesAndLosesNone() {
    DATABASE.run(
        em -> {
          for (int i = 0; i < 1_201; i++) {
            var mail =
                new OutboxMail("<" + i + "@x>", "ans@haven.example", "nl", "x", Map.of(), "x", OLD);
            mail.markSent(OLD);
            em.persist(mail);
          }
        });
    assertEquals(1_201, move());
    assertEquals(
        1_201,
        archive.lines(ArchiveKind.MAIL).stream().map(m -> m.getInt("id")).distinct().count());
    assertEquals(1_201, archive.lines(ArchiveKind.MAIL).size());
  }

  @Test
  void whatIsNotOldIsNotRead() {
    DATABASE.run(
        em -> {
          for (int i = 0; i < MANY; i++) {
            var mail =
                new OutboxMail("<" + i + "@x>", "ans@haven.example", "nl", "x", Map.of(), "x", OLD);
            em.persist(mail);
            if (i % 3 == 0) {
              mail.markSent(YOUNG.plusSeconds(i));
            } else if (i % 3 == 1) {
              giveUp(mail, YOUNG.plusSeconds(i));
            }
          }
        });
    var read = archive.rowsRead(em -> new SettledMails(), BEFORE);
    assertEquals(2, read.size());
    assertTrue(read.stream().allMatch(rows -> rows <= 2), read.toString());
  }
}
