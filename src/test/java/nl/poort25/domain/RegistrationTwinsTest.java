package nl.poort25.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.database.TestDatabase;
import nl.poort25.database.Wired;
import nl.poort25.domainname.DomainName;
import nl.poort25.mx.Unheard;
import nl.poort25.policy.Verdict;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the rules say of a name does not rest on whether it is judged as one or in a file. */
@Tag(TestDatabase.TAG)
class RegistrationTwinsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final int MOST_REFUSED = 50;

  /** How many he was refused, who holds it or one above, which is below, and whose that is. */
  private static final int MOST_STATEMENTS = 4;

  private static final TestDatabase DATABASE =
      new TestDatabase(
          Registration.class, Partner.class, Customer.class, NameLock.class, RefusedClaim.class);
  private static final List<RegistrationCandidate> TABLE = new ArrayList<>();
  private static Partner holder;
  private static Partner asking;

  /** Where a name is that is held already. */
  private enum Held {
    NOWHERE,
    SAME,
    ABOVE,
    BELOW,
    BESIDE
  }

  @BeforeAll
  static void fill() {
    DATABASE.run(
        em -> {
          holder = partner(em, "Havenkantoor");
          asking = partner(em, "Polder");
          var barred = partner(em, "Raadmaar");
          IntStream.range(0, MOST_REFUSED)
              .mapToObj(i -> DomainName.parse("van%d.nl".formatted(i)))
              .forEach(name -> em.persist(new RefusedClaim(barred, name, NOW)));
          for (String top : new String[] {"nl", "routit.net", "example"}) {
            for (var held : Held.values()) {
              for (var by : List.of(holder, asking)) {
                for (var action :
                    List.of(RegistrationAction.DO_NOT_MOVE, RegistrationAction.MOVE)) {
                  for (var who : List.of(asking, barred)) {
                    add(em, top, held, by, action, who);
                  }
                }
              }
            }
          }
        });
  }

  private static void add(
      EntityManager em, String top, Held held, Partner by, RegistrationAction action, Partner who) {
    String name = "n%d.%s".formatted(TABLE.size(), top);
    var asked = new RegistrationRequest(DomainName.parse("www." + name), action, false, null);
    var other =
        switch (held) {
          case NOWHERE -> null;
          case SAME -> "www." + name;
          case ABOVE -> name;
          case BELOW -> "a.www." + name;
          case BESIDE -> "www-a." + name;
        };
    if (other != null) {
      em.persist(registration(by, other));
    }
    for (var origin : Origin.values()) {
      TABLE.add(RegistrationCandidate.typed(who.getId(), asked, origin));
    }
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static NewRegistrations registrations(EntityManager em) {
    return new Wired(em)
        .with(Settings.class, new Settings(key -> Optional.empty()))
        .with(Event.class, new Unheard<>())
        .get(NewRegistrations.class);
  }

  private static Partner partner(EntityManager em, String name) {
    var partner = new Partner(name, NOW);
    em.persist(partner);
    return partner;
  }

  private static Registration registration(Partner by, String name) {
    return new Registration(by, null, asked(name), Origin.ADMINISTRATIVE, "0123456789ab", NOW);
  }

  private static RegistrationRequest asked(String name) {
    return new RegistrationRequest(
        DomainName.parse(name), RegistrationAction.DO_NOT_MOVE, false, null);
  }

  private static RegistrationCandidate uploaded(Partner partner, String name) {
    return RegistrationCandidate.uploaded(partner.getId(), asked(name));
  }

  @Test
  void judgedAsOneEachHasTheVerdictThatItHasAmongAllOthersInAsFewStatements() {
    var violated = EnumSet.noneOf(RegistrationRule.class);
    DATABASE.run(
        em -> {
          var registrations = registrations(em);
          var together = new ArrayList<Verdict>();
          assertEquals(
              MOST_STATEMENTS,
              statements(() -> together.addAll(registrations.judge(TABLE, NOW))),
              "in pieces of 500 names");
          long most = 0;
          for (int i = 0; i < TABLE.size(); i++) {
            var one = List.of(TABLE.get(i));
            var alone = new ArrayList<Verdict>();
            most = Math.max(most, statements(() -> alone.addAll(registrations.judge(one, NOW))));
            assertEquals(alone.get(0), together.get(i), one.toString());
            alone.get(0).violations().forEach(f -> violated.add((RegistrationRule) f.rule()));
          }
          assertEquals(MOST_STATEMENTS, most);
        });
    assertEquals(EnumSet.allOf(RegistrationRule.class), violated, "a rule that none breaks");
  }

  @Test
  void theSecondOfAFileFindsWhatTheFirstAskedAsIfThatWereRegistered() {
    var claims = List.of(uploaded(holder, "eerst.nl"), uploaded(asking, "www.eerst.nl"));
    DATABASE.run(
        em -> {
          var registrations = registrations(em);
          var inFile = registrations.judge(claims, NOW).get(1);
          assertFalse(inFile.holds());
          em.persist(registration(em.getReference(Partner.class, holder.getId()), "eerst.nl"));
          em.flush();
          assertEquals(inFile, registrations.judge(List.of(claims.get(1)), NOW).get(0));
        });
  }

  private static long statements(Runnable work) {
    long before = DATABASE.statements();
    work.run();
    return DATABASE.statements() - before;
  }

  /** Names from a file that another partner holds are kept as asked for (3.5). */
  @Test
  void keepsWhichNamesOfOthersWereAskedFor() {
    DATABASE.run(
        em -> {
          em.persist(registration(em.getReference(Partner.class, holder.getId()), "klant.nl"));
          em.flush();
          registrations(em)
              .recordRefused(
                  List.of(
                      uploaded(asking, "www.klant.nl"),
                      uploaded(holder, "mail.klant.nl"),
                      uploaded(holder, "vrij.nl")),
                  NOW);
        });
    assertEquals(
        List.of("www.klant.nl"),
        DATABASE.in(
            em ->
                em.createQuery(
                        "select c.name from RefusedClaim c where c.name like '%.%.nl'",
                        String.class)
                    .getResultList()));
  }
}
