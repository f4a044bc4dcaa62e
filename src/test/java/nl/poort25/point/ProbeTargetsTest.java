package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.poort25.network.Cidr;
import org.junit.jupiter.api.Test;

/** What a prober is to try, and what it may claim to have found. */
class ProbeTargetsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final List<String> STATE =
      List.of(
          "inside 192.0.2.0/24",
          "inside 2001:db8:25::/48",
          "open 192.0.2.9",
          "open 203.0.113.9",
          "own 192.0.2.25",
          "pair 198.51.100.0/28 192.0.2.10",
          "pair 198.51.100.77 192.0.2.11",
          "pass 203.0.113.25");

  @Test
  void whatIsToAnswerTheProberIsTried() {
    assertEquals(
        Set.of("192.0.2.9", "192.0.2.10", "192.0.2.25"), ProbeTargets.open(STATE, "198.51.100.7"));
    assertEquals(Set.of("192.0.2.9", "192.0.2.25"), ProbeTargets.open(STATE, "8.8.8.8"));
    assertEquals(Set.of("192.0.2.9", "192.0.2.25"), ProbeTargets.open(STATE, null));
  }

  private static List<String> list(String from, int seed) {
    return ProbeTargets.of(STATE, from, Map.of(), List.of("203.0.113.9"), new Random(seed));
  }

  @Test
  void whatWasTriedLeastLatelyIsTriedFirstAndWhatIsNewBeforeAll() {
    var state =
        Stream.concat(
                Stream.of("inside 10.0.0.0/8"),
                IntStream.range(0, 2 * ProbeTargets.MOST_OPEN)
                    .mapToObj(i -> "open 10.0.%d.%d".formatted(i / 256, i % 256)))
            .toList();
    var tried = new HashMap<String, Instant>();
    state.stream()
        .skip(1)
        .map(line -> line.substring("open ".length()))
        .forEach(address -> tried.put(address, NOW));
    tried.put("10.0.3.7", NOW.minusSeconds(60));
    tried.remove("10.0.2.2");
    var open =
        ProbeTargets.of(state, null, tried, List.of(), new Random(25)).stream()
            .filter(line -> line.startsWith("open "))
            .toList();
    assertEquals(ProbeTargets.MOST_OPEN, open.size());
    assertEquals(List.of("open 10.0.2.2", "open 10.0.3.7"), open.subList(0, 2));
  }

  @Test
  void whatAnsweredThoughItShouldNotIsTriedUntilItDoesNot() {
    var leaks = List.of("192.0.2.222", "192.0.2.9", "8.8.8.8");
    for (int seed = 0; seed < 50; seed++) {
      var lines = ProbeTargets.of(STATE, null, Map.of(), leaks, new Random(seed));
      assertTrue(lines.contains("closed 192.0.2.222"), lines.toString());
      assertFalse(lines.contains("closed 192.0.2.9"), "open by now");
      assertFalse(lines.contains("closed 8.8.8.8"), "no longer inside");
      assertTrue(
          lines.stream().filter(line -> line.startsWith("closed ")).count()
              <= ProbeTargets.MOST_CLOSED);
    }
  }

  @Test
  void nothingOutsideTheProvidersPrefixesIsEverTried() {
    var inside = List.of(Cidr.of("192.0.2.0/24"), Cidr.of("2001:db8:25::/48"));
    for (int seed = 0; seed < 500; seed++) {
      for (String line : list("198.51.100.7", seed)) {
        String address = line.substring(line.indexOf(' ') + 1);
        assertTrue(inside.stream().anyMatch(prefix -> prefix.contains(Cidr.of(address))), line);
      }
    }
  }

  @Test
  void nothingThatIsOpenForAnybodyIsToBeClosed() {
    for (int seed = 0; seed < 500; seed++) {
      var lines = list(null, seed);
      for (String open : List.of("192.0.2.9", "192.0.2.10", "192.0.2.11", "192.0.2.25")) {
        assertFalse(lines.contains("closed " + open));
      }
      assertTrue(lines.stream().anyMatch(line -> line.startsWith("closed 2001:db8:25:")));
    }
  }

  @Test
  void aTryIsReadAsItWasWrittenAndAnythingElseProvesNothing() {
    var tries =
        ProbeResult.read(
            """
            1764000000 192.0.2.9 answered 220 mx.example ESMTP
            1764000001 2001:db8:25::9 refused
            1764000002 192.0.2.10 answered
            1764000003 192.0.2.010 answered 220 no
            192.0.2.11 answered 220 no
            1764000004 192.0.2.11 opened 220 no
            """
                .getBytes(UTF_8));
    assertEquals(3, tries.size(), tries.toString());
    assertEquals("220 mx.example ESMTP", tries.get(0).banner());
    assertEquals(ProbeResult.Outcome.REFUSED, tries.get(1).outcome());
    assertEquals(null, tries.get(2).banner());
  }

  @Test
  void fuzzedTriesAreReadWithoutFault() {
    byte[] good =
        "1764000000 192.0.2.9 answered 220 mx\n1764000001 2001:db8::9 silent\n".getBytes(UTF_8);
    var random = new Random(25);
    for (int i = 0; i < 12_000; i++) {
      for (var tried : ProbeResult.read(Fuzz.altered(good, random))) {
        assertTrue(tried.banner() == null || tried.banner().matches("[ -~]{1,200}"));
      }
    }
  }
}
