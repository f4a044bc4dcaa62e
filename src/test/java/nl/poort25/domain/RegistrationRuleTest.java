package nl.poort25.domain;

import static nl.poort25.domain.RegistrationRule.ACTION_IS_DO_NOT_MOVE;
import static nl.poort25.domain.RegistrationRule.NAME_IS_FREE;
import static nl.poort25.domain.RegistrationRule.NAME_IS_NOT_OF_SPECIAL_USE;
import static nl.poort25.domain.RegistrationRule.NAME_IS_NOT_THE_PROVIDERS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.poort25.domainname.DomainName;
import nl.poort25.policy.Verdict;
import org.junit.jupiter.api.Test;

class RegistrationRuleTest {
  private static final DomainName NAME = DomainName.parse("zeilmakerij.example");

  private static RegistrationRuleFacts asked(
      Origin origin, RegistrationAction action, String... others) {
    return new RegistrationRuleFacts(
        origin, action, NAME, List.of(others), List.of(), List.of(), 0, 50);
  }

  private static RegistrationRuleFacts refused(long lately) {
    return new RegistrationRuleFacts(
        Origin.ADMINISTRATIVE,
        RegistrationAction.DO_NOT_MOVE,
        NAME,
        List.of(),
        List.of(),
        List.of(),
        lately,
        50);
  }

  private static RegistrationRuleFacts reserved(
      List<String> ofProvider, List<String> ofSpecialUse) {
    return new RegistrationRuleFacts(
        Origin.REGISTERED,
        RegistrationAction.DO_NOT_MOVE,
        NAME,
        List.of(),
        ofProvider,
        ofSpecialUse,
        0,
        50);
  }

  @Test
  void nameIsNotTheProvidersHoldsForAnyOther() {
    assertEquals(
        List.of(), NAME_IS_NOT_THE_PROVIDERS.offenders(reserved(List.of(), List.of("local"))));
  }

  @Test
  void nameIsNotTheProvidersFailsForEveryOrigin() {
    assertEquals(
        List.of("routit.net"),
        NAME_IS_NOT_THE_PROVIDERS.offenders(reserved(List.of("routit.net"), List.of())));
  }

  @Test
  void nameIsNotOfSpecialUseHoldsForAnyOther() {
    assertEquals(
        List.of(), NAME_IS_NOT_OF_SPECIAL_USE.offenders(reserved(List.of("a.nl"), List.of())));
  }

  @Test
  void nameIsNotOfSpecialUseFailsWithItsSource() {
    assertEquals(
        List.of("local (RFC 6762)"),
        NAME_IS_NOT_OF_SPECIAL_USE.offenders(reserved(List.of(), List.of("local (RFC 6762)"))));
  }

  @Test
  void refusalsAreFewHoldsBelowTheMost() {
    assertEquals(List.of(), RegistrationRule.REFUSALS_ARE_FEW.offenders(refused(49)));
  }

  @Test
  void refusalsAreFewFailsFromTheMostOn() {
    assertEquals(List.of("50"), RegistrationRule.REFUSALS_ARE_FEW.offenders(refused(50)));
  }

  @Test
  void actionIsDoNotMoveHoldsForThatAction() {
    assertEquals(
        List.of(),
        ACTION_IS_DO_NOT_MOVE.offenders(
            asked(Origin.ADMINISTRATIVE, RegistrationAction.DO_NOT_MOVE)));
  }

  @Test
  void actionIsDoNotMoveHoldsForANameRegisteredThroughTheProvider() {
    assertEquals(
        List.of(),
        ACTION_IS_DO_NOT_MOVE.offenders(asked(Origin.REGISTERED, RegistrationAction.MOVE)));
  }

  @Test
  void actionIsDoNotMoveFailsForEveryOtherAction() {
    assertEquals(
        List.of("MOVE"),
        ACTION_IS_DO_NOT_MOVE.offenders(asked(Origin.ADMINISTRATIVE, RegistrationAction.MOVE)));
    assertEquals(
        List.of("REGISTER_NEW"),
        ACTION_IS_DO_NOT_MOVE.offenders(
            asked(Origin.ADMINISTRATIVE, RegistrationAction.REGISTER_NEW)));
  }

  @Test
  void nameIsFreeHoldsWhereNoOtherPartnerHasIt() {
    assertEquals(
        List.of(),
        NAME_IS_FREE.offenders(asked(Origin.ADMINISTRATIVE, RegistrationAction.DO_NOT_MOVE)));
  }

  @Test
  void nameIsFreeFailsWithoutTellingWhichNameTheOtherHolds() {
    assertEquals(
        List.of("zeilmakerij.example"),
        NAME_IS_FREE.offenders(
            asked(
                Origin.ADMINISTRATIVE, RegistrationAction.DO_NOT_MOVE, "www.zeilmakerij.example")));
  }

  @Test
  void theVerdictListsAllThatIsViolated() {
    var verdict =
        Verdict.of(
            RegistrationRule.values(),
            asked(Origin.ADMINISTRATIVE, RegistrationAction.MOVE, "zeilmakerij.example"));
    assertEquals(2, verdict.violations().size());
  }
}
