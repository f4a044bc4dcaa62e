package nl.poort25.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.abuse.AbuseCase;
import nl.poort25.abuse.CaseAddress;
import nl.poort25.abuse.InvestigationItem;
import nl.poort25.account.Account;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.database.TestDatabase;
import nl.poort25.database.Wired;
import nl.poort25.exemption.Decision;
import nl.poort25.exemption.EnforcementStart;
import nl.poort25.exemption.Exemption;
import nl.poort25.exemption.ExemptionCandidate;
import nl.poort25.exemption.ExemptionFacts;
import nl.poort25.exemption.ExemptionRule;
import nl.poort25.exemption.Opening;
import nl.poort25.exemption.Openings;
import nl.poort25.exemption.Overruling;
import nl.poort25.exemption.PlayedRequest;
import nl.poort25.exemption.PlayedRequest.Flaw;
import nl.poort25.exemption.PlayedRequest.Of;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionRange;
import nl.poort25.network.ProviderPrefix;
import nl.poort25.policy.Verdict;
import nl.poort25.setting.Settings;
import nl.poort25.takeover.OpeningImportPreview.Checked;
import nl.poort25.ticket.Ticket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the rules say of a request does not rest on whether it is judged as one or in a file. */
@Tag(TestDatabase.TAG)
class ExemptionTwinsTest {
  private static final String HEADER = "address;source;connection;kind;since;host\n";
  private static final int PAIRS = 80;

  /** Whoever holds the lines, what counts (two), the addresses: three, and two of abuse. */
  private static final int MOST_STATEMENTS = 7;

  private static final TestDatabase DATABASE =
      new TestDatabase(
          Exemption.class,
          Opening.class,
          Decision.class,
          Overruling.class,
          ProviderPrefix.class,
          Connection.class,
          ConnectionRange.class,
          Ticket.class,
          Partner.class,
          Customer.class,
          Account.class,
          AbuseCase.class,
          CaseAddress.class,
          InvestigationItem.class);
  private static final List<PlayedRequest> TABLE = table();

  /** Of each kind one with each flaw, and some with two. */
  private static List<PlayedRequest> table() {
    var table = new ArrayList<PlayedRequest>();
    for (var of : Of.values()) {
      for (var flaw : Flaw.values()) {
        table.add(new PlayedRequest(table.size() + 1, of, List.of(flaw)));
      }
    }
    var random = new Random(25);
    for (int i = 0; i < PAIRS; i++) {
      var two = List.of(any(random, Flaw.values()), any(random, Flaw.values()));
      table.add(new PlayedRequest(table.size() + 1, any(random, Of.values()), two));
    }
    return table;
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  @BeforeAll
  static void meet() {
    DATABASE.run(
        em -> {
          var by =
              new Account(
                  null, "k@x.example", "Karim", Set.of(Role.REVIEWER), "nl", PlayedRequest.NOW);
          em.persist(by);
          em.persist(
              new ProviderPrefix(
                  PlayedRequest.NETWORK, ProviderPrefix.Origin.HAND, null, PlayedRequest.NOW));
          TABLE.forEach(request -> request.meet(em, by));
        });
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  /** Without what reads no rows of this database. */
  private static Wired beans(EntityManager em) {
    return new Wired(em)
        .with(Settings.class, new Settings(key -> Optional.empty()))
        .with(EnforcementStart.class, () -> null)
        .with(
            Openings.class,
            new Openings() {
              @Override
              public Instant firstConfirmed() {
                return null;
              }
            });
  }

  private static ExemptionFacts facts(EntityManager em) {
    return beans(em).get(ExemptionFacts.class);
  }

  @Test
  void judgedAsOneEachHasTheVerdictThatItHasAmongAllOthersInAsFewStatements() {
    DATABASE.run(
        em -> {
          var asked = asked(em);
          var facts = facts(em);
          var together = new ArrayList<Verdict>();
          long many =
              statements(
                  () -> facts.of(asked).forEach(f -> together.add(ExemptionFacts.verdict(f))));
          assertEquals(MOST_STATEMENTS + 1, many, "addresses are in two pieces of at most 500");
          var violated = EnumSet.noneOf(ExemptionRule.class);
          long most = 0;
          for (int i = 0; i < asked.size(); i++) {
            var one = asked.get(i);
            var alone = new ArrayList<Verdict>();
            most = Math.max(most, statements(() -> alone.add(facts.judge(one))));
            assertEquals(alone.get(0), together.get(i), TABLE.get(i).toString());
            alone.get(0).violations().forEach(f -> violated.add((ExemptionRule) f.rule()));
          }
          assertEquals(MOST_STATEMENTS, most);
          assertEquals(EnumSet.allOf(ExemptionRule.class), violated, "a rule that none breaks");
        });
  }

  private static List<ExemptionCandidate> asked(EntityManager em) {
    var asked = TABLE.stream().map(request -> request.asked(em)).toList();
    em.flush();
    em.setFlushMode(FlushModeType.COMMIT); // nothing changes any more
    return asked;
  }

  @Test
  void withoutAFlawEveryRuleHolds() {
    DATABASE.run(
        em ->
            TABLE.stream()
                .filter(PlayedRequest::isFlawless)
                .forEach(
                    request ->
                        assertEquals(
                            List.of(),
                            facts(em).judge(request.asked(em)).violations(),
                            request.toString())));
  }

  @Test
  void readFromAFileEachHasTheVerdictOfTheRequest() {
    var inFile = TABLE.stream().filter(PlayedRequest::isOfAFile).toList();
    var violated = EnumSet.noneOf(ExemptionRule.class);
    DATABASE.run(
        em -> {
          var checked = check(em, inFile);
          assertEquals(inFile.size(), checked.size());
          for (int i = 0; i < inFile.size(); i++) {
            var alone = facts(em).judge(inFile.get(i).asked(em));
            assertEquals(alone, checked.get(i).verdict(), inFile.get(i).toString());
            alone.violations().forEach(f -> violated.add((ExemptionRule) f.rule()));
          }
        });
    // what a file cannot have, or is refused for as a whole
    var others =
        EnumSet.of(
            ExemptionRule.SOURCE_HAS_A_DESTINATION,
            ExemptionRule.DESTINATION_IS_IN_THE_NETWORK,
            ExemptionRule.MEASURES_ARE_ACKNOWLEDGED,
            ExemptionRule.POLICY_IS_ACKNOWLEDGED,
            ExemptionRule.NO_ABUSE_IS_INVESTIGATED);
    assertEquals(EnumSet.complementOf(others), violated);
  }

  /** What a file would make of these, which share no connection. */
  private static List<Checked> check(EntityManager em, List<PlayedRequest> requests) {
    String lines = requests.stream().map(PlayedRequest::lines).collect(Collectors.joining());
    var outcome =
        beans(em)
            .get(OpeningFileCheck.class)
            .check(OpeningFile.read(HEADER + lines, PlayedRequest.NOW));
    assertEquals(List.of(), outcome.faults());
    return outcome.exemptions();
  }

  @Test
  void theSecondOfAFileFindsWhatTheFirstAskedAsIfThatHadBeenSent() {
    for (var of : Of.values()) {
      var pair = DATABASE.in(em -> competing(em, of));
      var inFile = DATABASE.in(em -> check(em, pair).get(1).verdict());
      assertFalse(inFile.holds(), () -> of + " does not compete");
      var afterwards =
          DATABASE.in(
              em -> {
                pair.get(0).send(em);
                em.flush();
                var said = facts(em).judge(pair.get(1).asked(em));
                return said;
              });
      assertEquals(afterwards, inFile, of::toString);
    }
  }

  private static List<PlayedRequest> competing(EntityManager em, Of of) {
    int number = TABLE.size() + 1 + 2 * List.of(Of.values()).indexOf(of);
    var by = em.createQuery("select a from Account a", Account.class).getSingleResult();
    var first = new PlayedRequest(number, of, List.of(Flaw.TWO_SERVERS));
    first.meet(em, by);
    var second = PlayedRequest.besides(number + 1, first);
    second.meet(em, by);
    return List.of(first, second);
  }

  private static long statements(Runnable work) {
    long before = DATABASE.statements();
    work.run();
    return DATABASE.statements() - before;
  }
}
