package nl.poort25.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.poort25.abuse.AbuseCaseRuleFacts.Address;
import nl.poort25.abuse.AbuseCaseRuleFacts.Item;
import nl.poort25.abuse.AbuseCaseRuleFacts.Person;
import org.junit.jupiter.api.Test;

class AbuseCaseRuleTest {
  private static final Person KARIM = new Person(5, "Karim Bos");
  private static final Person MIRJAM = new Person(7, "Mirjam Prins");

  @Test
  void addressHasAHolderHolds() {
    assertHolds(AbuseCaseRule.ADDRESS_HAS_A_HOLDER, block(on("192.0.2.10", "ZAK-1")));
  }

  @Test
  void addressHasAHolderHoldsForAMailServerOfTheProviderWhichAnotherRuleIsAbout() {
    assertHolds(
        AbuseCaseRule.ADDRESS_HAS_A_HOLDER,
        block(new Address("192.0.2.25", null, null, Set.of(), null, true)));
  }

  @Test
  void addressHasAHolderFailsForEachThatNobodyHolds() {
    assertFails(
        AbuseCaseRule.ADDRESS_HAS_A_HOLDER,
        block(on("192.0.2.10", "ZAK-1"), on("192.0.2.11", null), on("192.0.2.12", null)),
        "192.0.2.11",
        "192.0.2.12");
  }

  @Test
  void addressIsNotTheProvidersHolds() {
    assertHolds(AbuseCaseRule.ADDRESS_IS_NOT_THE_PROVIDERS, block(on("192.0.2.10", "ZAK-1")));
  }

  @Test
  void addressIsNotTheProvidersFailsForAMailServerOfTheProvider() {
    assertFails(
        AbuseCaseRule.ADDRESS_IS_NOT_THE_PROVIDERS,
        block(
            on("192.0.2.10", "ZAK-1"), new Address("192.0.2.25", null, null, Set.of(), null, true)),
        "192.0.2.25");
  }

  @Test
  void addressesShareAConnectionHolds() {
    assertHolds(
        AbuseCaseRule.ADDRESSES_SHARE_A_CONNECTION,
        block(on("192.0.2.10", "ZAK-1"), on("2001:db8::1", "ZAK-1"), on("192.0.2.12", null)));
  }

  @Test
  void addressesShareAConnectionFailsForTwo() {
    assertFails(
        AbuseCaseRule.ADDRESSES_SHARE_A_CONNECTION,
        block(on("192.0.2.10", "ZAK-1"), on("192.0.2.20", "ZAK-2")),
        "ZAK-1",
        "ZAK-2");
  }

  @Test
  void anOpenCaseTakesInWhatItsPartnerMovesTheServerTo() {
    assertHolds(
        AbuseCaseRule.ADDRESSES_SHARE_A_CONNECTION,
        AbuseCaseRuleFacts.extension(
            List.of(on("192.0.2.10", "ZAK-1"), on("192.0.2.20", "ZAK-2"))));
  }

  @Test
  void addressIsOfThePartnerHolds() {
    assertHolds(
        AbuseCaseRule.ADDRESS_IS_OF_THE_PARTNER,
        AbuseCaseRuleFacts.extension(List.of(on("192.0.2.10", "ZAK-1"), on("192.0.2.11", null))));
  }

  @Test
  void addressIsOfThePartnerFailsAndNamesTheOther() {
    assertFails(
        AbuseCaseRule.ADDRESS_IS_OF_THE_PARTNER,
        AbuseCaseRuleFacts.extension(
            List.of(
                on("192.0.2.10", "ZAK-1"),
                new Address("192.0.2.20", "ZAK-2", null, Set.of(), "Polder Networks", false))),
        "192.0.2.20 (Polder Networks)");
  }

  @Test
  void addressIsInNoOtherCaseHolds() {
    assertHolds(AbuseCaseRule.ADDRESS_IS_IN_NO_OTHER_CASE, block(on("192.0.2.10", "ZAK-1")));
  }

  @Test
  void addressIsInNoOtherCaseFailsAndNamesIt() {
    assertFails(
        AbuseCaseRule.ADDRESS_IS_IN_NO_OTHER_CASE,
        block(new Address("192.0.2.10", "ZAK-1", "AB-2026-0007", Set.of(), null, false)),
        "192.0.2.10 (AB-2026-0007)");
  }

  @Test
  void reportsAreAboutTheHolderHoldsForItsOwnAndForNone() {
    assertHolds(
        AbuseCaseRule.REPORTS_ARE_ABOUT_THE_HOLDER,
        block(
            new Address("192.0.2.10", "ZAK-1", null, Set.of("ZAK-1"), null, false),
            on("192.0.2.11", "ZAK-1")));
  }

  @Test
  void reportsAreAboutTheHolderFailsWhereTheAddressHasMovedSince() {
    assertFails(
        AbuseCaseRule.REPORTS_ARE_ABOUT_THE_HOLDER,
        block(new Address("192.0.2.10", "ZAK-2", null, Set.of("ZAK-1", "ZAK-2"), null, false)),
        "192.0.2.10");
  }

  @Test
  void everyItemIsAcceptedHolds() {
    assertHolds(AbuseCaseRule.EVERY_ITEM_IS_ACCEPTED, closure(false, KARIM));
  }

  @Test
  void everyItemIsAcceptedFailsForWhatIsOpenOrRefused() {
    var items =
        List.of(
            new Item(ItemKind.CAUSE, AnswerReview.ACCEPTED),
            new Item(ItemKind.MEASURE, null),
            new Item(ItemKind.LISTINGS, AnswerReview.NOT_ACCEPTED));
    assertFails(
        AbuseCaseRule.EVERY_ITEM_IS_ACCEPTED,
        AbuseCaseRuleFacts.closure(items, false, KARIM, Set.of()),
        "2",
        "5");
  }

  @Test
  void secondPersonClosesHoldsForTheFirstCaseWhoeverCloses() {
    assertHolds(AbuseCaseRule.SECOND_PERSON_CLOSES, closure(false, KARIM, KARIM));
  }

  @Test
  void secondPersonClosesHoldsForSomebodyElse() {
    assertHolds(AbuseCaseRule.SECOND_PERSON_CLOSES, closure(true, MIRJAM, KARIM));
  }

  @Test
  void secondPersonClosesFailsForWhoOpenedOrJudged() {
    assertFails(
        AbuseCaseRule.SECOND_PERSON_CLOSES, closure(true, KARIM, MIRJAM, KARIM), "Karim Bos");
  }

  @Test
  void whatABlockAsksSaysNothingOfAnEnd() {
    var facts = block(on("192.0.2.10", "ZAK-1"));
    for (var rule : AbuseCaseRule.values()) {
      assertHolds(rule, facts);
      assertHolds(rule, closure(true, MIRJAM, KARIM));
    }
  }

  private static Address on(String address, String connection) {
    return new Address(address, connection, null, Set.of(), null, false);
  }

  private static AbuseCaseRuleFacts block(Address... addresses) {
    return AbuseCaseRuleFacts.block(List.of(addresses));
  }

  private static AbuseCaseRuleFacts closure(boolean repeated, Person closer, Person... involved) {
    var items =
        Arrays.stream(ItemKind.values()).map(k -> new Item(k, AnswerReview.ACCEPTED)).toList();
    return AbuseCaseRuleFacts.closure(items, repeated, closer, Set.of(involved));
  }

  private static void assertHolds(AbuseCaseRule rule, AbuseCaseRuleFacts facts) {
    assertEquals(List.of(), rule.offenders(facts), rule.name());
  }

  private static void assertFails(AbuseCaseRule rule, AbuseCaseRuleFacts facts, String... found) {
    assertEquals(List.of(found), rule.offenders(facts));
  }
}
