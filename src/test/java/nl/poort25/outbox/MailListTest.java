package nl.poort25.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.poort25.database.TestDatabase;
import nl.poort25.outbox.Undelivered.Outlook;
import nl.poort25.web.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
              mail.sent(NOW);
            } else if (i == 6) {
              mail.failed(new Undelivered(Outlook.NEVER, "550 no such user"), NOW);
            }
            em.persist(mail);
          }
        });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static MailFilter filter(String name, String value) {
    var query = new MultivaluedHashMap<String, String>();
    query.putSingle(name, value);
    return MailFilter.of(query);
  }

  private static Rows<OutboxMail, Long> page(MailFilter filter) {
    return database.in(
        em -> {
          var list = new MailList();
          list.em = em;
          return list.page(filter);
        });
  }

  @Test
  void pagesByKeyNewestFirst() {
    var first = page(filter("state", ""));
    assertEquals(25, first.rows().size());
    assertEquals("Nr 30", first.rows().get(0).getSubject());
    var second = page(filter("before", String.valueOf(first.next())));
    assertEquals(
        List.of("Nr 5", "Nr 4", "Nr 3", "Nr 2", "Nr 1"),
        second.rows().stream().map(OutboxMail::getSubject).toList());
    assertNull(second.next());
  }

  @Test
  void filtersByStateAndRecipient() {
    assertEquals("Nr 6", page(filter("state", "given_up")).rows().get(0).getSubject());
    assertEquals(15, page(filter("recipient", "Ans@Haven.example")).rows().size());
    assertEquals(0, page(filter("recipient", "haven.example")).rows().size());
  }

  @Test
  void keepsTheFilterInTheUrl() {
    var filter = new MailFilter(MailState.GIVEN_UP, "a+b@haven.example", 7L);
    assertEquals("/backoffice/mail?state=given_up&recipient=a%2Bb%40haven.example", filter.first());
    assertNull(new MailFilter(null, null, null).first());
  }

  @Test
  void leavesOutWhatTheUrlCannotMean() {
    assertEquals(new MailFilter(null, null, null), filter("state", "sent'--"));
    assertEquals(new MailFilter(null, null, null), filter("before", "1e3"));
    assertEquals(new MailFilter(null, null, null), filter("recipient", "a\0b"));
  }

  @Test
  void linksOnlyThePortalsOwnUrlsInTheDemo() {
    assertEquals(
        List.of(
            new DemoText.Part("Open ", false),
            new DemoText.Part("https://p.example/invitation/x", true),
            new DemoText.Part(" of https://p.example.evil.example/ <https://evil.example>", false)),
        DemoText.parts(
            "Open https://p.example/invitation/x of https://p.example.evil.example/"
                + " <https://evil.example>",
            "https://p.example"));
  }
}
