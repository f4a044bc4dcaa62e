package nl.poort25.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.poort25.network.ProviderMailServerRuleFacts.Person;
import org.junit.jupiter.api.Test;

class ProviderMailServerRuleTest {
  private static final String ADDRESS = "192.0.2.25";
  private static final Person LIEKE = new Person(7, "Lieke Smit");
  private static final Person KARIM = new Person(6, "Karim Bos");
  private static final ProviderMailServerRuleFacts GOOD =
      new ProviderMailServerRuleFacts(ADDRESS, true, null, List.of(), false, LIEKE, KARIM);

  private static void assertHolds(ProviderMailServerRule rule, ProviderMailServerRuleFacts facts) {
    assertEquals(List.of(), rule.offenders(facts));
  }

  private static void assertFails(
      ProviderMailServerRule rule, ProviderMailServerRuleFacts facts, String... found) {
    assertEquals(List.of(found), rule.offenders(facts));
  }

  @Test
  void serverInNetworkHolds() {
    assertHolds(ProviderMailServerRule.SERVER_IN_NETWORK, GOOD);
  }

  @Test
  void serverInNetworkFailsOutsideThePrefixes() {
    assertFails(
        ProviderMailServerRule.SERVER_IN_NETWORK,
        new ProviderMailServerRuleFacts(ADDRESS, false, null, List.of(), false, null, null),
        ADDRESS);
  }

  @Test
  void serverIsNoPartnersHolds() {
    assertHolds(ProviderMailServerRule.SERVER_IS_NO_PARTNERS, GOOD);
  }

  @Test
  void serverIsNoPartnersFailsOnAConnection() {
    assertFails(
        ProviderMailServerRule.SERVER_IS_NO_PARTNERS,
        new ProviderMailServerRuleFacts(ADDRESS, true, "ZAK-1", List.of(), false, null, null),
        "192.0.2.25 (ZAK-1)");
  }

  @Test
  void serverIsListedOnceHolds() {
    assertHolds(ProviderMailServerRule.SERVER_IS_LISTED_ONCE, GOOD);
  }

  @Test
  void serverIsListedOnceFailsForOneThatIsThere() {
    assertFails(
        ProviderMailServerRule.SERVER_IS_LISTED_ONCE,
        new ProviderMailServerRuleFacts(ADDRESS, true, null, List.of(), true, null, null),
        ADDRESS);
  }

  @Test
  void serverNotUnderInvestigationHolds() {
    assertHolds(ProviderMailServerRule.SERVER_NOT_UNDER_INVESTIGATION, GOOD);
  }

  @Test
  void serverNotUnderInvestigationFailsForABlockedAddress() {
    assertFails(
        ProviderMailServerRule.SERVER_NOT_UNDER_INVESTIGATION,
        new ProviderMailServerRuleFacts(
            ADDRESS, true, null, List.of("AB-2026-0001"), false, LIEKE, KARIM),
        "AB-2026-0001");
  }

  @Test
  void secondPersonConfirmsHoldsForAnotherAndWhereItIsOnlyProposed() {
    assertHolds(ProviderMailServerRule.SECOND_PERSON_CONFIRMS, GOOD);
    assertHolds(
        ProviderMailServerRule.SECOND_PERSON_CONFIRMS,
        ProviderMailServerRuleFacts.ofRemoval(LIEKE, KARIM));
    assertHolds(
        ProviderMailServerRule.SECOND_PERSON_CONFIRMS,
        new ProviderMailServerRuleFacts(ADDRESS, true, null, List.of(), false, null, null));
  }

  @Test
  void secondPersonConfirmsFailsForWhoProposedIt() {
    assertFails(
        ProviderMailServerRule.SECOND_PERSON_CONFIRMS,
        new ProviderMailServerRuleFacts(ADDRESS, true, null, List.of(), false, LIEKE, LIEKE),
        "Lieke Smit");
    assertFails(
        ProviderMailServerRule.SECOND_PERSON_CONFIRMS,
        ProviderMailServerRuleFacts.ofRemoval(KARIM, KARIM),
        "Karim Bos");
  }
}
