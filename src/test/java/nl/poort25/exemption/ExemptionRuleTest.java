package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import nl.poort25.exemption.ExemptionRuleFacts.Acknowledgements;
import nl.poort25.exemption.ExemptionRuleFacts.Place;
import nl.poort25.network.Cidr;
import nl.poort25.network.ConnectionKind;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;
import org.junit.jupiter.api.Test;

class ExemptionRuleTest {
  private static final MailServer MX1 = server("mx1.brug.example", "192.0.2.61", null);
  private static final MailServer MX2 = server("mx2.brug.example", "192.0.2.62", "2001:db8:25::62");
  private static final MailServer MX3 = server("mx3.brug.example", "192.0.2.63", null);

  private static Cases own() {
    return new Cases(ExemptionKind.OWN_MAIL_SERVICE);
  }

  private static Cases third() {
    return new Cases(ExemptionKind.THIRD_PARTY)
        .from("203.0.113.0/28")
        .to("192.0.2.18")
        .thirdParty("Mailfilter BV");
  }

  private static MailServer server(String host, String ipv4, String ipv6) {
    return new MailServer(host, ipv4, ipv6, "Postfix", "wij");
  }

  private static void assertHolds(ExemptionRule rule, Cases facts) {
    assertEquals(List.of(), rule.offenders(facts.done()));
  }

  private static void assertFails(ExemptionRule rule, Cases facts, String... offenders) {
    assertEquals(List.of(offenders), rule.offenders(facts.done()));
  }

  @Test
  void isOnAConnectionHolds() {
    assertHolds(ExemptionRule.IS_ON_A_CONNECTION, own());
  }

  @Test
  void isOnAConnectionFailsWithoutOneAndOnceItHasEnded() {
    assertFails(ExemptionRule.IS_ON_A_CONNECTION, own().nowhere(), "–");
    assertFails(
        ExemptionRule.IS_ON_A_CONNECTION,
        own().on(new Place("ZAK-1", ConnectionKind.BUSINESS_LINE, true, List.of())),
        "ZAK-1");
  }

  @Test
  void notOverATeleworkerLineHoldsOnABusinessLineAndForOthersThanOwnMail() {
    assertHolds(ExemptionRule.NOT_OVER_A_TELEWORKER_LINE, own());
    assertHolds(
        ExemptionRule.NOT_OVER_A_TELEWORKER_LINE,
        third().kindOfLine(ConnectionKind.TELEWORKER_LINE));
  }

  @Test
  void notOverATeleworkerLineFails() {
    assertFails(
        ExemptionRule.NOT_OVER_A_TELEWORKER_LINE,
        own().kindOfLine(ConnectionKind.TELEWORKER_LINE),
        "ZAK-1017");
  }

  @Test
  void colocationIsOneHoldsInAColocation() {
    assertHolds(
        ExemptionRule.COLOCATION_IS_ONE,
        new Cases(ExemptionKind.COLOCATION).kindOfLine(ConnectionKind.COLOCATION));
    assertHolds(ExemptionRule.COLOCATION_IS_ONE, own());
  }

  @Test
  void colocationIsOneFailsOnALine() {
    assertFails(ExemptionRule.COLOCATION_IS_ONE, new Cases(ExemptionKind.COLOCATION), "ZAK-1017");
  }

  @Test
  void partnerHasFewServersHoldsForTwoAlsoWithBothFamiliesOrTheSameOnceMore() {
    assertHolds(ExemptionRule.PARTNER_HAS_FEW_SERVERS, own().servers(MX1, MX2));
    assertHolds(ExemptionRule.PARTNER_HAS_FEW_SERVERS, own().servers(MX1).counted(MX2, MX1));
    assertHolds(
        ExemptionRule.PARTNER_HAS_FEW_SERVERS,
        new Cases(ExemptionKind.COLOCATION).servers(MX1, MX2, MX3));
  }

  @Test
  void partnerHasFewServersFailsForAThirdWhereverItIsOpen() {
    assertFails(
        ExemptionRule.PARTNER_HAS_FEW_SERVERS,
        own().servers(MX1, MX2, MX3),
        "mx1.brug.example",
        "mx2.brug.example",
        "mx3.brug.example");
    assertFails(
        ExemptionRule.PARTNER_HAS_FEW_SERVERS,
        own().servers(MX3).counted(MX1, MX2),
        "mx1.brug.example",
        "mx2.brug.example",
        "mx3.brug.example");
  }

  @Test
  void partnerHasFewServersFailsForAThirdAddressWhereEachCounts() {
    assertHolds(ExemptionRule.PARTNER_HAS_FEW_SERVERS, own().byAddress().servers(MX2));
    assertFails(
        ExemptionRule.PARTNER_HAS_FEW_SERVERS,
        own().byAddress().servers(MX1, MX2),
        "192.0.2.61",
        "192.0.2.62",
        "2001:db8:25::62");
  }

  @Test
  void colocationHasFewServersHoldsForTwo() {
    assertHolds(
        ExemptionRule.COLOCATION_HAS_FEW_SERVERS,
        new Cases(ExemptionKind.COLOCATION).servers(MX1).counted(MX2));
    assertHolds(ExemptionRule.COLOCATION_HAS_FEW_SERVERS, own().servers(MX1, MX2, MX3));
  }

  @Test
  void colocationHasFewServersFailsForAThird() {
    assertFails(
        ExemptionRule.COLOCATION_HAS_FEW_SERVERS,
        new Cases(ExemptionKind.COLOCATION).servers(MX1, MX2).counted(MX3),
        "mx3.brug.example",
        "mx1.brug.example",
        "mx2.brug.example");
  }

  @Test
  void thirdPartyIsNamedHolds() {
    assertHolds(ExemptionRule.THIRD_PARTY_IS_NAMED, third());
    assertHolds(ExemptionRule.THIRD_PARTY_IS_NAMED, own());
  }

  @Test
  void thirdPartyIsNamedFailsWithoutNameOrAddresses() {
    assertFails(ExemptionRule.THIRD_PARTY_IS_NAMED, third().thirdParty(null), "–");
    assertFails(ExemptionRule.THIRD_PARTY_IS_NAMED, third().from(), "Mailfilter BV");
  }

  @Test
  void sourceIsNarrowHoldsUpToTheSettings() {
    assertHolds(ExemptionRule.SOURCE_IS_NARROW, third().from("203.0.113.0/24", "2001:db8:1::/48"));
  }

  @Test
  void sourceIsNarrowFailsAboveThem() {
    assertFails(
        ExemptionRule.SOURCE_IS_NARROW,
        third().from("203.0.112.0/23", "203.0.113.9", "2001:db8::/47"),
        "203.0.112.0/23",
        "2001:db8::/47");
  }

  @Test
  void sourceIsOutsideHolds() {
    assertHolds(ExemptionRule.SOURCE_IS_OUTSIDE, third());
  }

  @Test
  void sourceIsOutsideFailsForOneOfTheProvider() {
    assertFails(ExemptionRule.SOURCE_IS_OUTSIDE, third().inside("192.0.2.99"), "192.0.2.99");
  }

  @Test
  void sourceIsPublicHolds() {
    assertHolds(ExemptionRule.SOURCE_IS_PUBLIC, third());
  }

  @Test
  void sourceIsPublicFails() {
    assertFails(ExemptionRule.SOURCE_IS_PUBLIC, third().notPublic("10.0.0.1"), "10.0.0.1");
  }

  @Test
  void sourceHasADestinationHoldsWithinAFamily() {
    assertHolds(
        ExemptionRule.SOURCE_HAS_A_DESTINATION,
        third().from("203.0.113.0/28", "2001:db8:1::/64").to("192.0.2.18", "2001:db8:25::18"));
    assertHolds(ExemptionRule.SOURCE_HAS_A_DESTINATION, own());
  }

  @Test
  void sourceHasADestinationFailsForIpv6ToIpv4() {
    assertFails(
        ExemptionRule.SOURCE_HAS_A_DESTINATION,
        third().from("203.0.113.0/28", "2001:db8:1::/64"),
        "2001:db8:1::/64");
  }

  @Test
  void destinationIsInTheNetworkHolds() {
    assertHolds(ExemptionRule.DESTINATION_IS_IN_THE_NETWORK, third());
  }

  @Test
  void destinationIsInTheNetworkFails() {
    assertFails(
        ExemptionRule.DESTINATION_IS_IN_THE_NETWORK, third().outside("203.0.113.5"), "203.0.113.5");
  }

  @Test
  void destinationIsOnTheConnectionHolds() {
    assertHolds(ExemptionRule.DESTINATION_IS_ON_THE_CONNECTION, own().to("192.0.2.66"));
    assertHolds(ExemptionRule.DESTINATION_IS_ON_THE_CONNECTION, own().nowhere().to("192.0.2.66"));
  }

  @Test
  void destinationIsOnTheConnectionFailsForOneOfAnother() {
    assertFails(
        ExemptionRule.DESTINATION_IS_ON_THE_CONNECTION,
        own().to("192.0.2.66", "192.0.2.72"),
        "192.0.2.72");
  }

  @Test
  void destinationIsFreeHoldsWhereOnlyAPairIsTaken() {
    assertHolds(ExemptionRule.DESTINATION_IS_FREE, own());
    assertHolds(ExemptionRule.DESTINATION_IS_FREE, third().taken("203.0.113.9", "192.0.2.18"));
  }

  @Test
  void destinationIsFreeFails() {
    assertFails(ExemptionRule.DESTINATION_IS_FREE, own().taken(null, "192.0.2.66"), "192.0.2.66");
  }

  @Test
  void pairIsFreeHolds() {
    assertHolds(ExemptionRule.PAIR_IS_FREE, third());
    assertHolds(ExemptionRule.PAIR_IS_FREE, own().taken(null, "192.0.2.66"));
  }

  @Test
  void pairIsFreeFails() {
    assertFails(
        ExemptionRule.PAIR_IS_FREE,
        third().taken("203.0.113.0/28", "192.0.2.18"),
        "203.0.113.0/28 → 192.0.2.18");
  }

  @Test
  void measuresAreAcknowledgedHolds() {
    assertHolds(ExemptionRule.MEASURES_ARE_ACKNOWLEDGED, own());
  }

  @Test
  void measuresAreAcknowledgedFails() {
    var facts = own().acknowledged(new Acknowledgements(false, true));
    assertFails(ExemptionRule.MEASURES_ARE_ACKNOWLEDGED, facts, "–");
  }

  @Test
  void policyIsAcknowledgedHolds() {
    assertHolds(ExemptionRule.POLICY_IS_ACKNOWLEDGED, own());
  }

  @Test
  void policyIsAcknowledgedFails() {
    var facts = own().acknowledged(new Acknowledgements(true, false));
    assertFails(ExemptionRule.POLICY_IS_ACKNOWLEDGED, facts, "–");
  }

  @Test
  void noAbuseIsInvestigatedHolds() {
    assertHolds(ExemptionRule.NO_ABUSE_IS_INVESTIGATED, own());
  }

  @Test
  void noAbuseIsInvestigatedFailsForEachOpenCase() {
    assertFails(
        ExemptionRule.NO_ABUSE_IS_INVESTIGATED,
        own().abuse("AB-2026-0001", "AB-2026-0002"),
        "AB-2026-0001",
        "AB-2026-0002");
  }

  @Test
  void whatIsInvestigatedOrNotAcknowledgedIsNeverOverruled() {
    var never =
        Arrays.stream(ExemptionRule.values()).filter(rule -> !rule.canBeOverruled()).toList();
    assertEquals(
        List.of(
            ExemptionRule.IS_ON_A_CONNECTION,
            ExemptionRule.MEASURES_ARE_ACKNOWLEDGED,
            ExemptionRule.POLICY_IS_ACKNOWLEDGED,
            ExemptionRule.NO_ABUSE_IS_INVESTIGATED),
        never);
    assertTrue(ExemptionRule.NOT_OVER_A_TELEWORKER_LINE.canBeOverruled());
    assertFalse(ExemptionRule.NO_ABUSE_IS_INVESTIGATED.canBeOverruled());
  }

  @Test
  void aLineIsNeverMoreThanOneAddressWide() {
    var wide = Cidr.parse("192.0.2.64/29");
    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalArgumentException.class, () -> new Flow(null, wide));
  }
}
