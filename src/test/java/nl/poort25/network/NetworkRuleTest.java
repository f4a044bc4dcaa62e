package nl.poort25.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import nl.poort25.network.NetworkRuleFacts.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRuleTest {
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.0/24", "5.0.0.0/8", "2a00:1::/32", "2001:db8:25::/48"})
  void prefixIsPublicHolds(String prefix) {
    assertHolds(NetworkRule.PREFIX_IS_PUBLIC, prefix(prefix));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/24",
        "0.0.0.0/0",
        "192.0.0.0/8",
        "100.64.0.0/16",
        "224.0.0.0/24",
        "::/0",
        "fd00::/8",
        "fe80::/64"
      })
  void prefixIsPublicFailsForAllThatIsNotWhollySo(String prefix) {
    assertFails(NetworkRule.PREFIX_IS_PUBLIC, prefix(prefix), prefix);
  }

  @Test
  void prefixIsNewHoldsForOneThatOverlapsAnother() {
    assertHolds(NetworkRule.PREFIX_IS_NEW, prefix("192.0.2.0/25", "192.0.2.0/24"));
  }

  @Test
  void prefixIsNewFailsForTheSameAgain() {
    assertFails(NetworkRule.PREFIX_IS_NEW, prefix("192.0.2.0/24", "192.0.2.0/24"), "192.0.2.0/24");
  }

  @Test
  void referenceIsNewHolds() {
    assertHolds(NetworkRule.REFERENCE_IS_NEW, ranges(List.of(), "192.0.2.1"));
  }

  @Test
  void referenceIsNewFailsForOneThatIsTaken() {
    var taken =
        NetworkRuleFacts.ofRanges(
            "ZAK-1", true, List.of(), List.of(), List.of(), List.of(), List.of());
    assertFails(NetworkRule.REFERENCE_IS_NEW, taken, "ZAK-1");
  }

  @Test
  void rangesInNetworkHoldsWhereEachLiesInAPrefix() {
    assertHolds(
        NetworkRule.RANGES_IN_NETWORK, ranges(List.of(), "192.0.2.0/24", "2001:db8:25:1::/64"));
  }

  @Test
  void rangesInNetworkFailsForEachThatDoesNotLieInOnePrefix() {
    assertFails(
        NetworkRule.RANGES_IN_NETWORK,
        ranges(List.of(), "192.0.2.1", "192.0.2.0/23", "203.0.113.1", "2001:db8::/32"),
        "192.0.2.0/23",
        "203.0.113.1",
        "2001:db8::/32");
  }

  @Test
  void rangesInNetworkHoldsWhereNeighboursTogetherHaveAllOfIt() {
    assertHolds(
        NetworkRule.RANGES_IN_NETWORK,
        inNetwork("198.51.100.0/23", "198.51.100.0/24", "198.51.101.0/25", "198.51.101.128/25"));
    assertHolds(
        NetworkRule.RANGES_IN_NETWORK,
        inNetwork("2001:db8::/47", "2001:db8::/48", "2001:db8:1::/48", "2001:db8:1:2::/64"));
  }

  @Test
  void rangesInNetworkFailsWhereNeighboursLeaveAGap() {
    assertFails(
        NetworkRule.RANGES_IN_NETWORK,
        inNetwork("198.51.100.0/23", "198.51.100.0/24", "198.51.101.0/25", "198.51.101.192/26"),
        "198.51.100.0/23");
    assertFails(
        NetworkRule.RANGES_IN_NETWORK,
        inNetwork("198.51.100.0/23", "198.51.100.0/24", "198.51.102.0/24"),
        "198.51.100.0/23");
  }

  private static NetworkRuleFacts inNetwork(String range, String... prefixes) {
    var network = new PrefixIndex(cidrs(prefixes));
    return NetworkRuleFacts.ofRanges(
        "ZAK-1",
        false,
        cidrs(range),
        network.around(Cidr.of(range)),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void rangesAreApartHoldsForNeighbours() {
    assertHolds(NetworkRule.RANGES_ARE_APART, ranges(List.of(), "192.0.2.0/29", "192.0.2.8/29"));
  }

  @Test
  void rangesAreApartFailsForWhatContainsOrRepeatsAnother() {
    assertFails(
        NetworkRule.RANGES_ARE_APART,
        ranges(List.of(), "192.0.2.1", "192.0.2.0/29", "192.0.2.1"),
        "192.0.2.0/29",
        "192.0.2.1");
  }

  @Test
  void rangesAreFreeHoldsBesideOthers() {
    assertHolds(NetworkRule.RANGES_ARE_FREE, ranges(held("192.0.2.8/29"), "192.0.2.0/29"));
  }

  @Test
  void rangesAreFreeFailsForAPartOfOrAllThatAnotherHolds() {
    assertFails(
        NetworkRule.RANGES_ARE_FREE,
        ranges(held("192.0.2.8/29", "192.0.2.17"), "192.0.2.9", "192.0.2.16/29"),
        "192.0.2.8/29 (ZAK-9)",
        "192.0.2.17 (ZAK-9)");
  }

  @Test
  void rangesAreNoMailServersHoldsBesideThem() {
    assertHolds(NetworkRule.RANGES_ARE_NO_MAIL_SERVERS, besideServers("192.0.2.16/29"));
    assertHolds(NetworkRule.RANGES_ARE_NO_MAIL_SERVERS, besideServers("2001:db8:25:1::/64"));
    assertHolds(
        NetworkRule.RANGES_ARE_NO_MAIL_SERVERS,
        NetworkRuleFacts.ofLoss(List.of(), true, List.of()));
  }

  @Test
  void rangesAreNoMailServersFailsForOneAndForARangeAroundOne() {
    assertFails(
        NetworkRule.RANGES_ARE_NO_MAIL_SERVERS,
        besideServers("192.0.2.16/28", "2001:db8:25::25"),
        "192.0.2.25",
        "2001:db8:25::25");
    assertFails(NetworkRule.RANGES_ARE_NO_MAIL_SERVERS, besideServers("192.0.2.25"), "192.0.2.25");
  }

  /** As an upload asks for them: only those that lie in one of the ranges. */
  @Test
  void rangesAreNoMailServersFindsThemOfManyLines() {
    var servers = new PrefixIndex(cidrs("192.0.2.25", "192.0.2.40", "2001:db8:25::25"));
    assertEquals(cidrs("192.0.2.25"), servers.around(Cidr.of("192.0.2.16/28")));
    assertEquals(cidrs("192.0.2.25"), servers.around(Cidr.of("192.0.2.25")));
    assertEquals(cidrs("2001:db8:25::25"), servers.around(Cidr.of("2001:db8:25::/64")));
    assertEquals(List.of(), servers.around(Cidr.of("192.0.2.0/28")));
  }

  private static NetworkRuleFacts besideServers(String... ranges) {
    return NetworkRuleFacts.ofRanges(
        "ZAK-1",
        false,
        cidrs(ranges),
        cidrs("192.0.2.0/24", "2001:db8:25::/48"),
        List.of(),
        cidrs("192.0.2.25", "2001:db8:25::25"),
        List.of());
  }

  @Test
  void openingsAreDealtWithHoldsWhereNothingIsOpenOrItShallBeClosed() {
    assertHolds(
        NetworkRule.OPENINGS_ARE_DEALT_WITH, NetworkRuleFacts.ofLoss(List.of(), false, List.of()));
    assertHolds(
        NetworkRule.OPENINGS_ARE_DEALT_WITH,
        NetworkRuleFacts.ofLoss(List.of("EX-1"), true, List.of()));
  }

  @Test
  void openingsAreDealtWithFailsWhereNobodySaysWhatHappensToThem() {
    assertFails(
        NetworkRule.OPENINGS_ARE_DEALT_WITH,
        NetworkRuleFacts.ofLoss(List.of("EX-1", "EX-2"), false, List.of()),
        "EX-1",
        "EX-2");
  }

  @Test
  void notUnderInvestigationHoldsWhereNoCaseIsOpen() {
    assertHolds(
        NetworkRule.NOT_UNDER_INVESTIGATION, NetworkRuleFacts.ofLoss(List.of(), true, List.of()));
    assertHolds(NetworkRule.NOT_UNDER_INVESTIGATION, ranges(List.of(), "192.0.2.1"));
  }

  @Test
  void notUnderInvestigationFailsForLossAndForGivingOutWhateverStaffSays() {
    var open = List.of("AB-2026-0001");
    assertFails(
        NetworkRule.NOT_UNDER_INVESTIGATION,
        NetworkRuleFacts.ofLoss(List.of("EX-1"), true, open),
        "AB-2026-0001");
    assertFails(
        NetworkRule.NOT_UNDER_INVESTIGATION,
        NetworkRuleFacts.ofRanges(
            "ZAK-1", false, cidrs("192.0.2.1"), cidrs("192.0.2.0/24"), List.of(), List.of(), open),
        "AB-2026-0001");
  }

  @Test
  void anInvestigationCoversItsAddressesAndWhatTheyLieIn() {
    var open = List.of(new Investigation("AB-2026-0001", "/x", 7, cidrs("192.0.2.1", "192.0.2.2")));
    assertEquals(
        List.of("AB-2026-0001"), Investigations.numbers(open, List.of(), cidrs("192.0.2.2")));
    assertEquals(
        List.of("AB-2026-0001"), Investigations.numbers(open, List.of(), cidrs("192.0.2.0/29")));
    assertEquals(List.of(), Investigations.numbers(open, List.of(), cidrs("192.0.2.3")));
  }

  private static NetworkRuleFacts prefix(String prefix, String... known) {
    return NetworkRuleFacts.ofPrefix(Cidr.of(prefix), cidrs(known));
  }

  private static NetworkRuleFacts ranges(List<Held> held, String... ranges) {
    return NetworkRuleFacts.ofRanges(
        "ZAK-1",
        false,
        cidrs(ranges),
        cidrs("192.0.2.0/24", "2001:db8:25::/48"),
        held,
        List.of(),
        List.of());
  }

  private static List<Held> held(String... cidrs) {
    return Stream.of(cidrs).map(cidr -> new Held(Cidr.of(cidr), "ZAK-9")).toList();
  }

  private static List<Cidr> cidrs(String... texts) {
    return Stream.of(texts).map(Cidr::of).toList();
  }

  private static void assertHolds(NetworkRule rule, NetworkRuleFacts facts) {
    assertEquals(List.of(), rule.offenders(facts));
  }

  private static void assertFails(NetworkRule rule, NetworkRuleFacts facts, String... found) {
    assertEquals(List.of(found), rule.offenders(facts));
  }
}
