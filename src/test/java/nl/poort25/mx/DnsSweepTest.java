package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import nl.poort25.audit.Actor;
import nl.poort25.it.Eventually;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.DnsChecks.Finished;
import nl.poort25.mx.DnsChecks.Lane;
import nl.poort25.mx.DnsChecks.Run;
import nl.poort25.mx.DnsChecks.Taken;
import nl.poort25.round.RoundRun;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.Test;

/** How a round takes, looks up and stores names; the DNS answers when the test says so. */
class DnsSweepTest {
  private static final int MOST = 100;
  private static final int SECOND = 5_000;
  private static final DnsAnswer<MxRecord> CORRECT =
      new DnsAnswer.Found<>(
          "klant.nl",
          List.of(MxRecord.parse("10 smtp.routit.net"), MxRecord.parse("20 smtp1.routit.net")),
          Duration.ofHours(1));

  private final HeldDns dns = new HeldDns();
  private final KeptChecks checks = new KeptChecks();
  private boolean stopped;

  @Test
  void looksAtAllThatIsDueAFewInEachTransaction() throws Exception {
    checks.due(1_000);
    assertTrue(sweep().isHeard());
    assertEquals(1_000, checks.stored.size());
    assertTrue(checks.stored.containsAll(names(1, 1_000)));
    assertTrue(checks.transactions <= 2 * 1_000 / 10, () -> checks.transactions + " for 1,000");
  }

  @Test
  void keepsNobodyWaitingForNamesThatAreSilent() throws Exception {
    checks.due(600);
    for (int i = 10; i <= 600; i += 10) {
      dns.hold(name(i));
    }
    var sweep = CompletableFuture.runAsync(this::sweep);
    Eventually.holds("what is not held", () -> checks.stored.size() == 540);
    assertFalse(sweep.isDone());
    dns.answerHeld(new DnsAnswer.Unavailable<>(Cause.TIMEOUT));
    sweep.get();
    assertEquals(600, checks.stored.size());
    assertEquals(MxVerdict.Outcome.UNKNOWN, checks.results.get(name(10)).outcome());
  }

  @Test
  void looksUpNoMoreNamesAtATimeThanItMay() throws Exception {
    checks.due(MOST + 50);
    for (int i = 1; i <= MOST + 50; i++) {
      dns.hold(name(i));
    }
    var sweep = CompletableFuture.runAsync(this::sweep);
    Eventually.holds("what is not held", () -> dns.held.size() == MOST);
    assertEquals(50, checks.waiting.size());
    dns.answerHeld(CORRECT);
    sweep.get();
    assertEquals(MOST + 50, checks.stored.size());
  }

  @Test
  void storesTheOthersOfABatchInWhichOneCannotBeStored() throws Exception {
    checks.due(20);
    checks.bad = name(7);
    sweep();
    assertEquals(19, checks.stored.size());
    assertEquals(List.of(name(7)), checks.aborted);
  }

  @Test
  void goesOnWhereALookBreaksOff() throws Exception {
    checks.due(20);
    dns.broken = name(7);
    sweep();
    assertEquals(19, checks.stored.size());
    assertEquals(List.of(name(7)), checks.aborted);
  }

  @Test
  void storesByItselfWhatSomebodyElseHeld() throws Exception {
    checks.due(20);
    checks.locked = name(7);
    sweep();
    assertEquals(20, checks.stored.size());
  }

  @Test
  void takesNothingMoreOnceItsTimeIsOverAndStoresWhatIsUnderWay() throws Exception {
    checks.due(200);
    dns.hold(name(1));
    var sweep = CompletableFuture.runAsync(this::sweep);
    Eventually.holds("what is not held", () -> checks.stored.size() == 199);
    stopped = true;
    checks.due(10);
    dns.answerHeld(CORRECT);
    sweep.get();
    assertEquals(200, checks.stored.size());
    assertEquals(10, checks.waiting.size());
  }

  @Test
  void saysHowManyWereLookedAtAndWhetherAnythingWasHeard() {
    assertEquals(0, sweep().looked());
    checks.due(3);
    dns.answer = new DnsAnswer.Unavailable<>(Cause.TIMEOUT);
    var silent = sweep();
    assertEquals(3, silent.looked());
    assertFalse(silent.isHeard());
    dns.answer = new DnsAnswer.Unavailable<>(Cause.SERVFAIL);
    checks.due(3);
    assertTrue(sweep().isHeard());
  }

  private DnsSweep sweep() {
    var settings = new Settings(key -> Optional.empty());
    var runner = new DnsCheckRunner(dns, new ConfiguredRelays(settings), checks, new Actor());
    var sweep = new DnsSweep(Lane.ALL, runner, MOST, SECOND);
    BooleanSupplier stops = () -> stopped;
    try {
      sweep.run(new RoundRun(Duration.ofMinutes(5), stops));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return sweep;
  }

  private static String name(int number) {
    return "klant" + number + ".nl";
  }

  private static List<String> names(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(DnsSweepTest::name).toList();
  }

  /** What is due and stored, without a database. */
  private static final class KeptChecks extends DnsChecks {
    final Queue<String> waiting = new ArrayDeque<>();
    final Set<String> stored = ConcurrentHashMap.newKeySet();
    final Map<String, DnsCheckResult> results = new ConcurrentHashMap<>();
    final List<String> aborted = new ArrayList<>();
    int transactions;
    String bad = "";
    String locked = "";

    void due(int many) {
      waiting.addAll(names(1, many));
    }

    @Override
    Taken take(Lane lane, int most) {
      transactions++;
      var runs = new ArrayList<Run>();
      while (runs.size() < most && !waiting.isEmpty()) {
        var proof = new ProofRecord(waiting.remove(), "0123456789abcdef");
        runs.add(new Run(1, proof, false, false, Instant.EPOCH));
      }
      return new Taken(runs.size(), runs);
    }

    @Override
    List<Finished> recordResults(List<Finished> looks) {
      transactions++;
      if (looks.stream().anyMatch(look -> name(look).equals(bad))) {
        throw new IllegalStateException(bad);
      }
      looks.stream().filter(look -> !name(look).equals(locked)).forEach(this::store);
      return looks.stream().filter(look -> name(look).equals(locked)).toList();
    }

    @Override
    void recordResult(Run run, DnsCheckResult look) {
      transactions++;
      if (run.proof().name().equals(bad)) {
        throw new IllegalStateException(bad);
      }
      store(new Finished(run, look));
    }

    @Override
    void abort(Run run) {
      aborted.add(run.proof().name());
    }

    private void store(Finished look) {
      results.put(name(look), look.result());
      stored.add(name(look));
    }

    private static String name(Finished look) {
      return look.run().proof().name();
    }
  }

  /** Answers at once, but for the names that are held. */
  private static final class HeldDns implements Dns {
    final Map<String, CompletableFuture<DnsAnswer<MxRecord>>> held = new ConcurrentHashMap<>();
    private final Set<String> toHold = ConcurrentHashMap.newKeySet();
    DnsAnswer<MxRecord> answer = CORRECT;
    String broken = "";

    void hold(String name) {
      toHold.add(name);
    }

    void answerHeld(DnsAnswer<MxRecord> late) {
      toHold.clear();
      held.values().forEach(future -> future.complete(late));
    }

    @Override
    public CompletableFuture<DnsAnswer<MxRecord>> mx(String name) {
      if (name.equals(broken)) {
        throw new IllegalStateException("this look breaks off, as the test wants it");
      }
      return toHold.contains(name)
          ? held.computeIfAbsent(name, n -> new CompletableFuture<>())
          : CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletableFuture<DnsAnswer<String>> txt(String name) {
      return CompletableFuture.completedFuture(new DnsAnswer.NxDomain<>(name, Optional.empty()));
    }

    @Override
    public CompletableFuture<DnsAnswer<String>> nameServers(String name) {
      return txt(name);
    }

    @Override
    public CompletableFuture<Optional<String>> zone(String name) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public DnsAnswer<InetAddress> addresses(String host) {
      return new DnsAnswer.NxDomain<>(host, Optional.empty());
    }

    @Override
    public DnsAnswer<InetAddress> addresses(String host, Duration most) {
      return addresses(host);
    }
  }
}
