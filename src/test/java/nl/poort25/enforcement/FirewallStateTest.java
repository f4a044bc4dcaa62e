package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EffectiveLines;
import nl.poort25.state.FirewallLine;
import nl.poort25.state.MutatedLines;
import nl.poort25.state.StateDiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallStateTest {
  private static final Map<Cidr, Long> NETWORK =
      Map.of(Cidr.of("192.0.2.0/24"), 1L, Cidr.of("2001:db8::/32"), 2L);

  static Flow any(String destination) {
    return new Flow(null, Cidr.of(destination));
  }

  static Flow pair(String source, String destination) {
    return new Flow(Cidr.of(source), Cidr.of(destination));
  }

  private static List<String> lines(FirewallFacts facts) {
    return FirewallState.of(facts).lines().keySet().stream().map(FirewallLine::toString).toList();
  }

  @Test
  void whatWasGrantedIsOpenAndNothingElse() {
    var facts =
        new FirewallFacts(
            Map.of(
                any("192.0.2.9"), 7L,
                pair("198.51.100.0/24", "192.0.2.20"), 8L,
                any("2001:db8::9"), 9L),
            Map.of(),
            NETWORK,
            Map.of(),
            Set.of(Cidr.of("203.0.113.25")));
    assertEquals(
        List.of(
            "inside 192.0.2.0/24",
            "inside 2001:db8::/32",
            "open 192.0.2.9",
            "open 2001:db8::9",
            "pair 198.51.100.0/24 192.0.2.20",
            "pass 203.0.113.25"),
        lines(facts));
  }

  @Test
  void eachLineSaysWhatBroughtIt() {
    var state =
        FirewallState.of(
            new FirewallFacts(Map.of(any("192.0.2.9"), 7L), Map.of(), NETWORK, Map.of(), Set.of()));
    assertEquals(Cause.decision(7), state.lines().get(FirewallLine.opening(any("192.0.2.9"))));
    assertEquals(Cause.prefix(1), state.lines().get(FirewallLine.inside(Cidr.of("192.0.2.0/24"))));
  }

  @Test
  void anAddressInAnOpenCaseIsClosedWhateverWasGranted() {
    var facts =
        new FirewallFacts(
            Map.of(
                any("192.0.2.9"), 7L,
                pair("198.51.100.7", "192.0.2.9"), 8L,
                any("192.0.2.10"), 9L),
            Map.of(Cidr.of("192.0.2.9"), 3L),
            Map.of(),
            Map.of(),
            Set.of());
    assertEquals(List.of("open 192.0.2.10"), lines(facts));
  }

  /** 2.5 */
  @Test
  void aMailServerOfTheProviderIsOpenAsWhatItIsAndNoBlockCoversIt() {
    var facts =
        new FirewallFacts(
            Map.of(any("192.0.2.25"), 7L, any("192.0.2.9"), 8L),
            Map.of(Cidr.of("192.0.2.25"), 3L, Cidr.of("192.0.2.9"), 3L),
            NETWORK,
            Map.of(Cidr.of("192.0.2.25"), 4L, Cidr.of("2001:db8::25"), 5L),
            Set.of());
    assertEquals(
        List.of(
            "inside 192.0.2.0/24", "inside 2001:db8::/32", "own 192.0.2.25", "own 2001:db8::25"),
        lines(facts));
    assertEquals(
        Cause.mailServer(4),
        FirewallState.of(facts).lines().get(FirewallLine.own(Cidr.of("192.0.2.25"))));
  }

  @Test
  void theSameFactsGiveTheSameBytes() {
    var granted = new ArrayList<Flow>();
    var random = new Random(25);
    for (int i = 0; i < 200; i++) {
      granted.add(any("192.0.2." + random.nextInt(256)));
    }
    var one = new HashMap<Flow, Long>();
    granted.forEach(line -> one.put(line, 1L));
    var other = new HashMap<Flow, Long>(1 << 14);
    for (int i = granted.size() - 1; i >= 0; i--) {
      other.put(granted.get(i), 1L);
    }
    assertEquals(
        DesiredLine.text(
            FirewallState.of(new FirewallFacts(one, Map.of(), NETWORK, Map.of(), Set.of()))
                .lines()
                .keySet()),
        DesiredLine.text(
            FirewallState.of(new FirewallFacts(other, Map.of(), NETWORK, Map.of(), Set.of()))
                .lines()
                .keySet()));
  }

  @Test
  void aPrefixWithinAnotherIsLeftOutOfWhatIsWritten() {
    var lines =
        Stream.of(
                "inside 192.0.2.0/24",
                "inside 192.0.2.0/25",
                "inside 192.0.2.128/26",
                "inside 2001:db8:25::/48",
                "inside 2001:db8:25::/49")
            .map(FirewallLine::parse)
            .toList();
    assertEquals(
        List.of("inside 192.0.2.0/24", "inside 2001:db8:25::/48"),
        EffectiveLines.of(lines).stream().map(FirewallLine::toString).toList());
  }

  @Test
  void aPairThatAnotherCoversIsLeftOutOfWhatIsWritten() {
    var lines =
        List.of(
            FirewallLine.opening(pair("198.51.100.0/24", "192.0.2.20")),
            FirewallLine.opening(pair("198.51.100.0/25", "192.0.2.20")),
            FirewallLine.opening(pair("198.51.100.7", "192.0.2.20")),
            FirewallLine.opening(pair("198.51.100.7", "192.0.2.21")));
    assertEquals(
        List.of("pair 198.51.100.0/24 192.0.2.20", "pair 198.51.100.7 192.0.2.21"),
        EffectiveLines.of(lines).stream().map(FirewallLine::toString).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open 192.0.2.0/24",
        "open 192.0.2.9/24",
        "open 192.0.2.09",
        "open 192.0.2.9 ",
        "open  192.0.2.9",
        "open 192.0.2.9/32",
        "open localhost",
        "open ::ffff:192.0.2.9",
        "open 2001:DB8::9",
        "pair 192.0.2.9",
        "pair 192.0.2.9 192.0.2.0/24",
        "pair 2001:db8::1 192.0.2.9",
        "pair 192.0.2.1 192.0.2.9 192.0.2.10",
        "pass 203.0.113.0/24",
        "own 192.0.2.0/24",
        "own 192.0.2.25 192.0.2.9",
        "own",
        "inside",
        "flush ruleset",
        "OPEN 192.0.2.9",
        ""
      })
  void aLineHasOneWayToBeWritten(String text) {
    assertThrows(IllegalArgumentException.class, () -> FirewallLine.parse(text));
  }

  @Test
  void mutatedLinesAreReadAsThemselvesOrNotAtAll() {
    String[] seeds = {
      "open 192.0.2.9",
      "own 192.0.2.25",
      "pair 198.51.100.0/24 192.0.2.20",
      "inside 2001:db8::/32",
      "pass 192.0.2.1"
    };
    String alphabet = "0123456789abcdefx.:/ openownpairinsidepass\n\t\0%é";
    MutatedLines.assertRead(seeds, alphabet, text -> FirewallLine.parse(text).toString());
  }

  @Test
  void aChangeIsWhatCameAndWhatWent() {
    var before =
        Set.of(FirewallLine.opening(any("192.0.2.1")), FirewallLine.opening(any("192.0.2.2")));
    var after =
        Set.of(FirewallLine.opening(any("192.0.2.2")), FirewallLine.opening(any("192.0.2.3")));
    var change = StateDiff.between(before, after);
    assertEquals(
        Set.of("open 192.0.2.3"),
        change.added().stream().map(FirewallLine::toString).collect(Collectors.toSet()));
    assertEquals(
        Set.of("open 192.0.2.1"),
        change.removed().stream().map(FirewallLine::toString).collect(Collectors.toSet()));
  }
}
