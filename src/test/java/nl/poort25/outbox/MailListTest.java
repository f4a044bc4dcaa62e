package nl.poort25.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.poort25.database.TestDatabase;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListRequest;
import nl.poort25.outbox.Undelivered.Retry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(TestDatabase.TAG)
class MailListTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static TestDatabase database;

  @BeforeAll
  static void fill() {
    database = new TestDatabase(OutboxMail.class);
    database.run(
        em -> {
          for (int i = 1; i <= 30; i++) {
            String recipient = i % 2 == 0 ? "ans@haven.example" : "bob@haven.example";
            var mail =
                new OutboxMail("<" + i + "@x>", recipient, "nl", "plain", Map.of(), "Nr " + i, NOW);
            if (i == 4) {
              mail.markSent(NOW);
            } else if (i == 6) {
              mail.markFailed(new Undelivered(Retry.NEVER, "550 no such user"), NOW);
            }
            em.persist(mail);
          }
        });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static ListPage<OutboxMail> page(String name, String value) {
    return page(ListRequest.of(MailResource.PATH).with(name, value));
  }

  private static ListPage<OutboxMail> page(ListRequest asked) {
    return database.in(
        em -> {
          var list = new MailList();
          list.em = em;
          return list.page(asked);
        });
  }

  @Test
  void pagesByKeyNewestFirst() {
    var first = page("state", "");
    assertEquals(25, first.rows().size());
    assertEquals("Nr 30", first.rows().get(0).getSubject());
    var second = page("after", first.lastKey());
    assertEquals(
        List.of("Nr 5", "Nr 4", "Nr 3", "Nr 2", "Nr 1"),
        second.rows().stream().map(OutboxMail::getSubject).toList());
    assertNull(second.lastKey());
  }

  @Test
  void filtersByStateAndRecipient() {
    assertEquals("Nr 6", page("state", "given_up").rows().get(0).getSubject());
    assertEquals(15, page("recipient", "Ans@Haven.example").rows().size());
    assertEquals(0, page("recipient", "haven.example").rows().size());
  }

  @Test
  void keepsTheFilterInTheUrl() {
    var asked =
        ListRequest.of(MailResource.PATH)
            .with("state", OutboxMailState.GIVEN_UP)
            .with("recipient", "a+b@haven.example")
            .with("after", 7);
    assertEquals(
        "/backoffice/mail?recipient=a%2Bb%40haven.example&state=given_up", page(asked).first());
    assertNull(page("state", "").first());
  }

  @Test
  void leavesOutWhatTheUrlCannotMean() {
    assertAll(page("state", "sent'--"));
    assertAll(page("after", "1e3"));
    assertAll(page("recipient", "a\0b"));
  }

  private static void assertAll(ListPage<OutboxMail> page) {
    assertEquals("Nr 30", page.rows().get(0).getSubject());
    assertFalse(page.isNarrowed());
    assertEquals(MailResource.PATH, page.request().first());
  }

  @Test
  void linksOnlyThePortalsOwnUrlsInTheDemo() {
    assertEquals(
        List.of(
            new LinkifiedText.Part("Open ", false),
            new LinkifiedText.Part("https://p.example/invitation/x", true),
            new LinkifiedText.Part(
                " of https://p.example.evil.example/ <https://evil.example>", false)),
        LinkifiedText.parts(
            "Open https://p.example/invitation/x of https://p.example.evil.example/"
                + " <https://evil.example>",
            "https://p.example"));
  }
}
