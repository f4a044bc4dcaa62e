package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.StateDiff;
import org.junit.jupiter.api.Test;

/** What is too large to go out unseen. */
class LargeChangeGuardTest {
  private static final int LINES = 5;
  private static final int PERCENT = 10;

  private static Set<DesiredLine> state(EnforcementTarget target, Stream<String> lines) {
    return new TreeSet<>(lines.map(line -> DesiredLine.parse(target, line)).toList());
  }

  private static Set<DesiredLine> firewall(String... lines) {
    return state(EnforcementTarget.FIREWALL, Stream.of(lines));
  }

  /** In one prefix, that many openings from that one on. */
  private static Set<DesiredLine> open(int first, int count) {
    return state(
        EnforcementTarget.FIREWALL,
        Stream.concat(
            Stream.of("inside 192.0.2.0/24"),
            IntStream.range(first, first + count).mapToObj(i -> "open 192.0.2." + i)));
  }

  private static void assertWaits(boolean waits, Set<DesiredLine> before, Set<DesiredLine> after) {
    assertEquals(
        waits,
        ProposedChange.between(before, after).isLarge(LINES, PERCENT),
        StateDiff.between(before, after).written());
  }

  @Test
  void onlyWhatIsOfManyLinesAndOfALargeShareWaits() {
    assertWaits(false, open(0, 10), open(0, 15));
    assertWaits(true, open(0, 10), open(0, 16));
    assertWaits(true, open(0, 16), open(0, 10));
    assertWaits(false, open(0, 100), open(0, 110));
    assertWaits(true, open(0, 100), open(0, 111));
    assertWaits(true, open(0, 100), open(6, 100));
  }

  @Test
  void theFirstStateIsAsLargeAsItIs() {
    assertWaits(false, Set.of(), open(0, 100));
  }

  @Test
  void whatLeavesNothingOpenWaitsHoweverLittleItIs() {
    assertWaits(false, open(0, 2), open(0, 1));
    assertWaits(true, open(0, 1), open(0, 0));
    assertWaits(false, open(0, 0), firewall("inside 192.0.2.0/24", "pass 203.0.113.25"));
    var relay =
        state(
            EnforcementTarget.RELAY,
            Stream.of("deny 192.0.2.9 AB-2026-0007", "domain a.nl 8.8.8.8"));
    assertWaits(
        true, relay, state(EnforcementTarget.RELAY, Stream.of("deny 192.0.2.9 AB-2026-0007")));
  }

  /** 2.5 */
  @Test
  void theLastMailServerOfTheProviderThatGoesWaits() {
    var both =
        firewall("inside 192.0.2.0/24", "open 192.0.2.9", "own 192.0.2.25", "own 192.0.2.26");
    var one = firewall("inside 192.0.2.0/24", "open 192.0.2.9", "own 192.0.2.25");
    var none = firewall("inside 192.0.2.0/24", "open 192.0.2.9");
    assertWaits(false, both, one);
    assertWaits(true, one, none);
    assertWaits(false, none, one);
    assertWaits(true, one, firewall("inside 192.0.2.0/24", "own 192.0.2.25"));
  }

  @Test
  void aPrefixThatGoesWaitsSinceAllBehindItOpens() {
    var whole = firewall("inside 192.0.2.0/24", "inside 2001:db8:25::/48", "open 192.0.2.9");
    assertWaits(true, whole, firewall("inside 192.0.2.0/24", "open 192.0.2.9"));
    assertWaits(
        true, whole, firewall("inside 192.0.2.0/25", "inside 2001:db8:25::/48", "open 192.0.2.9"));
    assertWaits(
        false,
        whole,
        firewall(
            "inside 192.0.2.0/25",
            "inside 192.0.2.128/25",
            "inside 2001:db8:25::/48",
            "open 192.0.2.9"));
  }
}
