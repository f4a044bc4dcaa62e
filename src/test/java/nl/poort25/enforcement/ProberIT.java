package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.poort25.it.Trials;
import nl.poort25.point.Agent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The prober on a host outside, with a real firewall between it and what it tries. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(120)
class ProberIT {
  private static final List<String> INSIDE =
      List.of("inside 192.0.2.0/24", "inside 2001:db8:25::/48");
  private static Namespaces network;
  @TempDir private Path folder;
  private PortalOfTest portal;
  private AgentOfTest prober;

  @BeforeAll
  static void network() {
    network = new Namespaces();
    network.load(
        """
        table inet port25 {
          chain forward {
            type filter hook forward priority filter; policy accept;
            tcp dport 25 ip daddr 192.0.2.10 reject with icmpx admin-prohibited
            tcp dport 25 ip daddr 192.0.2.25 drop
            tcp dport 25 ip daddr 192.0.2.128/25 reject with tcp reset
            tcp dport 25 counter
          }
        }
        """);
    network.listen("192.0.2.9", "192.0.2.10", "192.0.2.25", "2001:db8:25::9");
  }

  @AfterAll
  static void noNetwork() {
    if (network != null) {
      network.close();
    }
  }

  @BeforeEach
  void start() throws Exception {
    portal = new PortalOfTest();
    prober = new AgentOfTest(network, folder, portal, Agent.PROBER, "outside", Map.of());
  }

  @AfterEach
  void stop() {
    prober.close();
    portal.close();
  }

  private void offer(Stream<String> addresses) {
    var lines = Stream.concat(INSIDE.stream(), addresses).toList();
    // as to a point that changes nothing
    portal.offer(SignedState.whole(42, lines).to("PROBE").observed());
  }

  private static String tried() {
    return network.nft("list", "chain", "inet", "port25", "forward");
  }

  @Test
  void whatAnswersIsToldFromWhatIsClosed() throws Exception {
    offer(
        Stream.of(
            "open 192.0.2.9",
            "open 2001:db8:25::9",
            "closed 192.0.2.10",
            "closed 192.0.2.25",
            "closed 2001:db8:25::10"));
    assertEquals(0, prober.once(), () -> prober.said() + "");
    var report = portal.next();
    assertEquals("kept", report.outcome());
    assertEquals("42", report.generation());
    assertTrue(
        report.readback().lines().allMatch(line -> line.matches("[0-9]{10} .*")),
        report.readback());
    assertEquals(
        List.of(
            "192.0.2.9 answered 220 sink",
            "2001:db8:25::9 answered 220 sink",
            "192.0.2.10 unreachable",
            "192.0.2.25 silent",
            "2001:db8:25::10 refused"),
        report.readback().lines().map(line -> line.substring(11)).toList());
  }

  /** What the points hold is the word of one table. */
  @Test
  void anotherTableThatDropsIsSeenAndItsEndToo() throws Exception {
    offer(Stream.of("open 192.0.2.9"));
    network.load(
        """
        table inet other {
          chain forward {
            type filter hook forward priority filter + 10; policy accept;
            tcp dport 25 ip daddr 192.0.2.9 drop
          }
        }
        """);
    try {
      assertEquals(0, prober.once(), () -> prober.said() + "");
      assertEquals(List.of("192.0.2.9 silent"), found());
    } finally {
      network.nft("delete", "table", "inet", "other");
    }
    assertEquals(0, prober.once(), () -> prober.said() + "");
    assertEquals(List.of("192.0.2.9 answered 220 sink"), found());
  }

  private List<String> found() throws InterruptedException {
    return portal.next().readback().lines().map(line -> line.substring(11)).toList();
  }

  @Test
  void aServerThatGreetsLateIsWaitedForAndOneThatNeverDoesIsNotProven() throws Exception {
    network.give("inside", "192.0.2.11/24");
    network.give("inside", "192.0.2.12/24");
    var late = network.talk("inside", LateServer.class, "192.0.2.11", "5");
    assertEquals("listening", late.hear());
    var never = network.talk("inside", LateServer.class, "192.0.2.12", "3600");
    assertEquals("listening", never.hear());
    offer(Stream.of("open 192.0.2.11", "open 192.0.2.12"));
    assertEquals(0, prober.once(), () -> prober.said() + "");
    assertEquals(List.of("192.0.2.11 answered 220 late", "192.0.2.12 answered"), found());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open 198.51.100.1",
        "closed 192.0.3.0",
        "open 2001:db8:26::9",
        "closed 192.0.2.0/24",
        "open localhost",
        "pair 198.51.100.7 192.0.2.9"
      })
  void whatIsNotInsideIsRefusedWithAllOfItsDocument(String line) throws Exception {
    String before = tried();
    offer(Stream.of("open 192.0.2.9", line));
    prober.ends(3);
    assertEquals("refused", portal.next().outcome());
    assertNull(portal.next());
    assertEquals(before, tried());
  }

  @Test
  void aFewASecondAreTriedAtMost() throws Exception {
    prober.configure("per_second 5");
    offer(IntStream.range(130, 145).mapToObj(i -> "closed 192.0.2." + i));
    long start = System.nanoTime();
    assertEquals(0, prober.once(), () -> prober.said() + "");
    assertTrue(System.nanoTime() - start >= 3_000_000_000L, "too fast");
    var perSecond =
        portal
            .next()
            .readback()
            .lines()
            .collect(Collectors.groupingBy(line -> line.substring(0, 10), Collectors.counting()));
    assertTrue(perSecond.values().stream().allMatch(n -> n <= 5), perSecond.toString());
  }
}
