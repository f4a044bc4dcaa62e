package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.account.Scope;
import nl.poort25.database.FreeRows;
import nl.poort25.database.TestDatabase;
import nl.poort25.domain.CompetingClaims;
import nl.poort25.domain.DomainAct.DomainRegistered;
import nl.poort25.domain.MxState;
import nl.poort25.domain.Origin;
import nl.poort25.domain.Registration;
import nl.poort25.domain.RegistrationAction;
import nl.poort25.domain.RegistrationRequest;
import nl.poort25.domain.Registrations;
import nl.poort25.domainname.DomainName;
import nl.poort25.mx.DnsChecks.Finished;
import nl.poort25.mx.DnsChecks.Lane;
import nl.poort25.mx.DnsChecks.Run;
import nl.poort25.mx.MxVerdict.Outcome;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may look, and what is kept of it, in the DATABASE. */
@Tag(TestDatabase.TAG)
class DnsChecksTest {
  private static final DnsCheckResult CORRECT =
      new DnsCheckResult(
          new DnsAnswer.Found<>(
              "klant1.nl", List.of(MxRecord.parse("10 smtp.routit.net")), Duration.ofHours(1)),
          Outcome.CORRECT,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final DnsCheckResult WRONG =
      new DnsCheckResult(
          new DnsAnswer.Found<>(
              "klant1.nl", List.of(MxRecord.parse("10 mail.elders.nl")), Duration.ofHours(1)),
          Outcome.WRONG,
          Optional.of(new ProofRecord.Outcome.NotSeen(List.of())),
          Optional.empty(),
          Optional.empty());

  private static final DnsCheckResult WITH_TXT =
      new DnsCheckResult(
          WRONG.mx(),
          Outcome.WRONG,
          Optional.of(new ProofRecord.Outcome.Seen()),
          Optional.empty(),
          Optional.empty());

  private static final TestDatabase DATABASE =
      new TestDatabase(Registration.class, Partner.class, Customer.class, DnsCheck.class);

  private Instant now = Instant.parse("2026-11-24T09:00:00Z");
  private long first;
  private boolean contested;

  @BeforeEach
  void fill() {
    for (String entity : List.of("DnsCheck", "Registration", "Partner")) {
      DATABASE.run(em -> em.createQuery("delete from " + entity).executeUpdate());
    }
    first = register("klant1.nl");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void letsOneLookAtATime() {
    assertTrue(begin(first).isPresent());
    assertTrue(begin(first).isEmpty());
    assertTrue(begin(register("klant2.nl")).isPresent());
  }

  @Test
  void letsTheNextLookBeginOnceOneIsOver() {
    found(begin(first).orElseThrow(), CORRECT);
    assertTrue(begin(first).isPresent());
  }

  @Test
  void takesOverALookThatHasDied() {
    var dead = begin(first).orElseThrow();
    now = now.plus(DnsCheck.LONGEST).minusMillis(1);
    assertTrue(begin(first).isEmpty());
    now = now.plusMillis(1);
    var next = begin(first).orElseThrow();
    // what the dead one has found after all is not taken
    found(dead, CORRECT);
    assertEquals(MxState.UNCHECKED, registration(first).getStatus().getMx());
    found(next, CORRECT);
    assertEquals(MxState.CORRECT, registration(first).getStatus().getMx());
  }

  @Test
  void keepsWhatWasFoundAndWhen() {
    found(begin(first).orElseThrow(), CORRECT);
    var check = check(first);
    assertEquals(CORRECT.mx(), check.getMxAnswer().orElseThrow());
    assertEquals(now, check.getCheckedAt());
    assertEquals(now.plusSeconds(3600), check.getMxFreshUntil());
    assertFalse(check.isRunning(now));
  }

  @Test
  void keepsTheLongestAnswerThereIs() {
    String label = "\\000".repeat(63);
    String host = (label + ".").repeat(3) + "\\000".repeat(60);
    var records =
        java.util.stream.IntStream.range(0, DnsLookup.MOST_RECORDS)
            .mapToObj(i -> new MxRecord(60_000 + i, host))
            .toList();
    DnsAnswer<MxRecord> longest =
        new DnsAnswer.Found<>("klant1.nl", records, Duration.ofDays(24_000));
    found(
        begin(first).orElseThrow(),
        new DnsCheckResult(
            longest, Outcome.WRONG, Optional.empty(), Optional.empty(), Optional.empty()));
    assertEquals(longest, check(first).getMxAnswer().orElseThrow());
  }

  @Test
  void forgetsALookThatBrokeOff() {
    var run = begin(first).orElseThrow();
    in(
        checks -> {
          checks.abort(run);
          return null;
        });
    assertNull(check(first).getCheckedAt());
    assertTrue(begin(first).isPresent());
  }

  @Test
  void looksAtNoNameWhoseRegistrationHasEnded() {
    DATABASE.run(em -> em.find(Registration.class, first).withdraw(now));
    assertTrue(begin(first).isEmpty());
    assertFalse(check(first).isRunning(now));
  }

  @Test
  void givesWhatIsDueOnceAndTheLongestWaitingFirst() {
    now = now.plusSeconds(1);
    long second = register("klant2.nl");
    now = now.plusSeconds(1);
    assertEquals(List.of(first), due(1));
    assertEquals(List.of(second), due(5));
    assertEquals(List.of(), due(5));
  }

  @Test
  void givesANameAgainWhoseNodeHasDied() {
    due(5);
    now = now.plus(DnsCheck.LONGEST).minusMillis(1);
    assertEquals(List.of(), due(5));
    now = now.plusMillis(1);
    assertEquals(List.of(first), due(5));
  }

  @Test
  void looksAtANewNameInTheEndThoughItsOwnRoundNeverCame() {
    now = now.plus(Duration.ofHours(1)).minusMillis(1);
    assertEquals(List.of(), due(Lane.ALL, 5));
    now = now.plusMillis(1);
    assertEquals(List.of(first), due(Lane.ALL, 5));
    now = now.plus(Duration.ofMinutes(20)).minusMillis(1);
    assertEquals(List.of(), due(Lane.ALL, 5), "its node may be looking");
    now = now.plusMillis(1);
    assertEquals(List.of(first), due(Lane.ALL, 5));
  }

  @Test
  void looksAtANewNameEachMinuteForAnHourWhileItHasNoProof() {
    due(5);
    found(begin(first).orElseThrow(), WRONG);
    for (int minute = 1; minute <= 60; minute++) {
      now = now.plusSeconds(60).minusMillis(1);
      assertEquals(List.of(), due(5), "minute " + minute);
      now = now.plusMillis(1);
      assertEquals(List.of(first), due(5), "minute " + minute);
      found(begin(first).orElseThrow(), WRONG);
    }
    now = now.plus(Duration.ofDays(1));
    assertEquals(List.of(), due(5), "the hour is over");
    assertEquals(List.of(first), due(Lane.ALL, 5));
  }

  @Test
  void looksNoMoreEachMinuteOnceThereIsProof() {
    found(begin(first).orElseThrow(), WITH_TXT);
    now = now.plusSeconds(60);
    assertEquals(List.of(), due(5));
  }

  @Test
  void provesNothingByMxThatSomebodyElseMayHaveSet() {
    contested = true;
    found(begin(first).orElseThrow(), WRONG);
    now = now.plusSeconds(60);
    found(begin(first).orElseThrow(), CORRECT);
    assertFalse(registration(first).getControl().isProven());
    contested = false;
    now = now.plusSeconds(60);
    found(begin(first).orElseThrow(), CORRECT);
    assertTrue(registration(first).getControl().isProven());
  }

  @Test
  void asksForTheTxtRecordUntilSomethingElseProves() {
    assertTrue(begin(first).orElseThrow().needsTxt());
    in(
        checks -> {
          checks.abort(new Run(first, null, true, false, now));
          return null;
        });
    DATABASE.run(em -> em.find(Registration.class, first).recordStaffProof("verklaring", now));
    assertFalse(begin(first).orElseThrow().needsTxt());
  }

  @Test
  void givesTwoNodesDifferentNames() {
    long second = register("klant2.nl");
    DATABASE.run(
        em -> {
          em.find(DnsCheck.class, first, LockModeType.PESSIMISTIC_WRITE);
          assertEquals(List.of(second), due(5));
        });
  }

  @Test
  void givesANameAgainAfterItsPause() {
    found(begin(first).orElseThrow(), CORRECT);
    now = now.plus(Duration.ofHours(24)).minusMillis(1);
    assertEquals(List.of(), due(Lane.ALL, 5));
    now = now.plusMillis(1);
    assertEquals(List.of(first), due(Lane.ALL, 5));
  }

  @Test
  void takesNoNameThatHasEnded() {
    DATABASE.run(
        em -> {
          var ended = new EndedDnsChecks();
          ended.em = em;
          ended.end(em.find(Registration.class, first).withdraw(now));
        });
    now = now.plus(Duration.ofDays(1));
    assertEquals(List.of(), due(5));
    assertEquals(List.of(), due(Lane.ALL, 5));
  }

  @Test
  void disturbsNobodyWhoChangesTheRegistrationMeanwhile() {
    DATABASE.run(
        em -> {
          var changed = em.find(Registration.class, first);
          due(5);
          changed.recordStaffProof("verklaring", now);
        });
    assertTrue(registration(first).getControl().isProven());
  }

  @Test
  void takesABatchAndBeginsALookAtEach() {
    long second = register("klant2.nl");
    assertEquals(List.of(first, second), taken(5));
    assertEquals(List.of(), taken(5));
    assertTrue(check(first).isRunning(now) && check(second).isRunning(now));
    assertTrue(begin(first).isEmpty());
  }

  @Test
  void takesNoNameAtWhichSomebodyLooksUntilHeHasDied() {
    begin(first);
    var taken = in(checks -> checks.take(Lane.NEW, 5));
    assertEquals(1, taken.due());
    assertEquals(List.of(), taken.runs());
    now = now.plus(DnsCheck.LONGEST);
    assertEquals(List.of(first), taken(5));
  }

  @Test
  void takesNoNameWhoseResultIsBeingStored() {
    found(begin(first).orElseThrow(), WRONG);
    now = now.plusSeconds(60);
    DATABASE.run(
        em -> {
          em.find(DnsCheck.class, first, LockModeType.PESSIMISTIC_WRITE);
          assertEquals(List.of(), taken(5));
        });
  }

  @Test
  void takesTheOthersOfABatchWithANameThatCannotBeLookedAt() {
    long second = register("klant2.nl");
    DATABASE.run(
        em ->
            em.createNativeQuery("update registration set proof_token = '' where id = " + first)
                .executeUpdate());
    assertEquals(List.of(second), taken(5));
  }

  @Test
  void storesABatchButWhatSomebodyElseHolds() {
    long second = register("klant2.nl");
    var runs = in(checks -> checks.take(Lane.NEW, 5)).runs();
    var looks = runs.stream().map(run -> new Finished(run, CORRECT)).toList();
    DATABASE.run(
        em -> {
          em.find(Registration.class, second, LockModeType.PESSIMISTIC_WRITE);
          assertEquals(List.of(looks.get(1)), in(checks -> checks.recordResults(looks)));
        });
    assertEquals(MxState.CORRECT, registration(first).getStatus().getMx());
    assertEquals(MxState.UNCHECKED, registration(second).getStatus().getMx());
    assertTrue(check(second).isRunning(now));
  }

  @Test
  void storesNothingOfABatchForALookWhosePlaceWasTaken() {
    var dead = in(checks -> checks.take(Lane.NEW, 5)).runs();
    now = now.plus(DnsCheck.LONGEST);
    begin(first);
    var looks = dead.stream().map(run -> new Finished(run, CORRECT)).toList();
    assertEquals(List.of(), in(checks -> checks.recordResults(looks)));
    assertEquals(MxState.UNCHECKED, registration(first).getStatus().getMx());
  }

  /** With a transaction each it were six to a name, and two commits. */
  @Test
  void takesAndStoresManyNamesInAFewStatements() {
    for (int i = 2; i <= 50; i++) {
      register("klant" + i + ".nl");
    }
    for (int minute = 0; minute < 2; minute++) {
      long before = DATABASE.statements();
      var runs = in(checks -> checks.take(Lane.NEW, 50)).runs();
      assertEquals(50, runs.size());
      long taken = DATABASE.statements();
      assertTrue(taken - before <= 3, () -> taken - before + " statements to take 50 names");
      in(checks -> checks.recordResults(runs.stream().map(r -> new Finished(r, WRONG)).toList()));
      long stored = DATABASE.statements();
      assertTrue(stored - taken <= 4, () -> stored - taken + " statements to store 50 names");
      now = now.plusSeconds(60);
    }
  }

  private List<Long> taken(int most) {
    return in(checks -> checks.take(Lane.NEW, most)).runs().stream()
        .map(Run::registrationId)
        .sorted()
        .toList();
  }

  private Optional<Run> begin(long id) {
    return in(checks -> checks.begin(id));
  }

  private void found(Run run, DnsCheckResult look) {
    in(
        checks -> {
          checks.recordResult(run, look);
          return null;
        });
  }

  private List<Long> due(int most) {
    return due(Lane.NEW, most);
  }

  private List<Long> due(Lane lane, int most) {
    return in(checks -> checks.due(lane, most).stream().map(DnsCheck::getRegistrationId).toList());
  }

  private DnsCheck check(long id) {
    return DATABASE.in(em -> em.find(DnsCheck.class, id));
  }

  private Registration registration(long id) {
    return DATABASE.in(em -> em.find(Registration.class, id));
  }

  private long register(String name) {
    return DATABASE.in(
        em -> {
          var partner = new Partner("Partner van " + name, now);
          em.persist(partner);
          var asked =
              new RegistrationRequest(
                  DomainName.parse(name), RegistrationAction.DO_NOT_MOVE, false, null);
          var registration =
              new Registration(
                  partner, null, asked, Origin.ADMINISTRATIVE, "0123456789abcdef", now);
          em.persist(registration);
          checks(em).schedule(new DomainRegistered(registration));
          return registration.getId();
        });
  }

  private <T> T in(Function<DnsChecks, T> work) {
    return DATABASE.in(em -> work.apply(checks(em)));
  }

  private DnsChecks checks(EntityManager em) {
    var registrations =
        new Registrations() {
          @Override
          public Registration get(long id, Scope scope) {
            return em.find(Registration.class, id);
          }

          @Override
          public Registration lock(long id, Scope scope) {
            return em.find(Registration.class, id, LockModeType.PESSIMISTIC_WRITE);
          }

          @Override
          public List<Registration> lockFree(Collection<Long> ids) {
            return FreeRows.lock(em, Registration.class, "registration", "id", ids);
          }
        };
    var claimants =
        new CompetingClaims() {
          @Override
          public boolean isContested(Registration registration, MxState mx) {
            return contested;
          }
        };
    var settings = new Settings(key -> Optional.empty());
    var checks = new DnsChecks(registrations, claimants, new Unheard<>(), settings, () -> now);
    checks.em = em;
    return checks;
  }
}
