package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.archive.ArchiveKind;
import nl.poort25.archive.ArchiveOfTest;
import nl.poort25.database.TestDatabase;
import nl.poort25.domain.DomainAct;
import nl.poort25.domain.DomainAct.ControlProven;
import nl.poort25.domain.DomainAct.DomainTransferred;
import nl.poort25.domain.Origin;
import nl.poort25.domain.Registration;
import nl.poort25.domain.RegistrationAction;
import nl.poort25.domain.RegistrationRequest;
import nl.poort25.domainname.DomainName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the DNS said of a name stays as long as that is held, and some time longer. */
@Tag(TestDatabase.TAG)
class EndedDnsChecksTest {
  private static final Instant BEGUN = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant ENDED = Instant.parse("2026-02-03T00:00:00Z");
  private static final TestDatabase DATABASE =
      new TestDatabase(
          Registration.class,
          Partner.class,
          Customer.class,
          DnsCheck.class,
          ArchiveOfTest.horizons());

  @TempDir Path folder;
  private ArchiveOfTest archive;

  @BeforeEach
  void empty() {
    archive = new ArchiveOfTest(DATABASE, folder);
    for (String entity : List.of("DnsCheck", "Registration", "Partner")) {
      DATABASE.run(em -> em.createQuery("delete from " + entity).executeUpdate());
    }
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static long register(String name) {
    return DATABASE.in(
        em -> {
          var partner = new Partner("Partner van " + name, BEGUN);
          em.persist(partner);
          var asked =
              new RegistrationRequest(
                  DomainName.parse(name), RegistrationAction.DO_NOT_MOVE, false, null);
          var registration =
              new Registration(
                  partner, null, asked, Origin.ADMINISTRATIVE, "0123456789abcdef", BEGUN);
          em.persist(registration);
          em.persist(new DnsCheck(registration.getId(), BEGUN));
          return registration.getId();
        });
  }

  private static void tell(long id, java.util.function.Function<Registration, DomainAct> ending) {
    DATABASE.run(
        em -> {
          var ended = new EndedDnsChecks();
          ended.em = em;
          ended.end(ending.apply(em.find(Registration.class, id)));
        });
  }

  private int move(Instant before) {
    return archive.move(em -> new EndedDnsChecks(), before);
  }

  @Test
  void thatOfANameWithdrawnLongAgoGoes() {
    long id = register("klant1.nl");
    tell(id, registration -> registration.withdraw(ENDED));
    assertEquals(0, move(ENDED));
    assertEquals(1, move(ENDED.plus(Duration.ofMillis(1))));
    assertEquals(id, archive.lines(ArchiveKind.DNS_CHECK).get(0).getInt("registration_id"));
    assertEquals(List.of("dns-check-2026-02.jsonl.gz"), archive.files());
  }

  @Test
  void thatOfANameThatStaffGaveToAnotherGoesToo() {
    long id = register("klant1.nl");
    tell(
        id,
        registration -> {
          registration.withdraw(ENDED);
          return new DomainTransferred(registration, null, registration);
        });
    assertEquals(1, move(ENDED.plusSeconds(1)));
  }

  @Test
  void thatOfANameThatIsHeldStaysHoweverOldItIs() {
    long id = register("klant1.nl");
    tell(id, ControlProven::new);
    assertEquals(0, move(ENDED.plus(Duration.ofDays(4_000))));
    assertEquals(List.of(), archive.files());
  }

  /** A look that ran at the end writes what it found, and does not take the end back. */
  @Test
  void aLookThatEndsAfterTheNameStillGoes() {
    long id = register("klant1.nl");
    DATABASE.run(
        em -> {
          var running = em.find(DnsCheck.class, id);
          tell(id, registration -> registration.withdraw(ENDED));
          running.abort();
        });
    assertEquals(1, move(ENDED.plusSeconds(1)));
  }
}
