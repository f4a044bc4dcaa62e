package nl.poort25.ticket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.database.TestDatabase;
import nl.poort25.network.Connection;
import nl.poort25.setting.Settings;
import nl.poort25.ticket.Ticket.Matter;
import nl.poort25.web.FormErrors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three messages and one megabyte a day, here. */
@Tag(TestDatabase.TAG)
class DailyQuotaTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static final Map<String, String> SET =
      Map.of("poort25.partner.messages.day", "3", "poort25.partner.megabytes.day", "1");
  private final TestDatabase database =
      new TestDatabase(
          Ticket.class,
          Partner.class,
          Account.class,
          Customer.class,
          Connection.class,
          Update.class,
          Attachment.class);
  private long partner;
  private long other;

  @AfterEach
  void close() {
    database.close();
  }

  @BeforeEach
  void people() {
    partner = partner("Havenkantoor ICT");
    other = partner("Polder Networks");
  }

  private long partner(String name) {
    return database.in(
        em -> {
          var made = new Partner(name, NOW);
          em.persist(made);
          String local = name.substring(0, 5).toLowerCase(java.util.Locale.ROOT);
          for (String who : List.of("a", "b")) {
            em.persist(
                new Account(
                    made,
                    who + "@" + local + ".example",
                    who,
                    Set.of(Role.PARTNER_USER),
                    "nl",
                    NOW));
          }
          em.persist(
              new Ticket(
                  local,
                  Matter.EXEMPTION,
                  made,
                  null,
                  null,
                  "x",
                  0,
                  new Deadline(NOW, "business"),
                  NOW));
          return made.getId();
        });
  }

  private static NewUpdate message(int kilobytes) {
    var files =
        kilobytes == 0
            ? List.<NewAttachment>of()
            : List.of(new NewAttachment("a.txt", AttachmentType.TEXT, new byte[kilobytes * 1024]));
    return new NewUpdate(UpdateKind.MESSAGE, "hello", Set.of(), files);
  }

  private void write(long of, int kilobytes, Duration ago) {
    database.run(
        em -> {
          var author =
              em.createQuery(
                      "select a from Account a where a.partner.id = :p order by a.id",
                      Account.class)
                  .setParameter("p", of)
                  .getResultList()
                  .get(kilobytes % 2);
          var ticket =
              em.createQuery("select t from Ticket t where t.partner.id = :p", Ticket.class)
                  .setParameter("p", of)
                  .getSingleResult();
          var written = message(kilobytes);
          var update = new Update(ticket, author, written, NOW.minus(ago));
          em.persist(update);
          written.files().forEach(file -> em.persist(new Attachment(update, file)));
        });
  }

  private FormErrors check(int kilobytes) {
    var share = new DailyQuota(new Settings(key -> Optional.ofNullable(SET.get(key))));
    var errors = new FormErrors();
    database.run(
        em -> {
          share.em = em;
          share.check(partner, message(kilobytes), NOW, errors);
        });
    return errors;
  }

  @Test
  void takesAsManyMessagesADayAsTheSettingSays() {
    write(partner, 0, Duration.ofHours(25));
    write(partner, 0, Duration.ofHours(23));
    write(partner, 1, Duration.ofHours(2));
    write(other, 0, Duration.ofHours(2));
    assertTrue(check(0).isEmpty());
    write(partner, 0, Duration.ofHours(1));
    assertFalse(check(0).isEmpty(), "the fourth of both of its people");
  }

  @Test
  void takesAsManyBytesADayAsTheSettingSays() {
    write(partner, 700, Duration.ofHours(25));
    write(partner, 700, Duration.ofHours(2));
    write(other, 900, Duration.ofHours(2));
    assertTrue(check(324).isEmpty());
    assertFalse(check(325).isEmpty());
    assertTrue(check(0).isEmpty(), "a message without files goes on");
  }
}
