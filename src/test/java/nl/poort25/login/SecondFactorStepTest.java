package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.poort25.account.Role;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondFactorStepTest {
  @ParameterizedTest
  @CsvSource({
    "false, false, NONE",
    "false, true, ENROLMENT",
    "true, false, CODE",
    "true, true, CODE"
  })
  void isAskedOfWhoHasItAndRequiredOfWhoMust(boolean has, boolean must, SecondFactorStep expected) {
    assertEquals(expected, SecondFactorStep.after(has, must));
  }

  @ParameterizedTest
  @CsvSource({
    // setting, demo: staff, partner administrator, partner user
    "'', false, true, true, false",
    "'', true, false, false, false",
    "none, false, true, false, false",
    "administrators, true, false, true, false",
    "all, false, true, true, true",
    "all, true, false, true, true"
  })
  void isADutyAsTheSettingSays(
      String setting, boolean demo, boolean staff, boolean administrator, boolean user) {
    var duty = duty(setting, demo);
    assertEquals(staff, duty.isRequiredOf(true, Set.of(Role.REVIEWER)));
    assertEquals(administrator, duty.isRequiredOf(false, Set.of(Role.PARTNER_ADMIN)));
    assertEquals(user, duty.isRequiredOf(false, Set.of(Role.PARTNER_USER)));
  }

  @Test
  void stopsTheStartWhereTheSettingSaysSomethingElse() {
    var fault = assertThrows(IllegalStateException.class, () -> duty("Admins", false));
    assertTrue(fault.getMessage().startsWith("poort25.second.factor.partners must be"));
  }

  private static SecondFactorRequirement duty(String setting, boolean demo) {
    var values =
        Map.of(
            Setting.SECOND_FACTOR_PARTNERS.key(),
            setting,
            Setting.DEMO.key(),
            Boolean.toString(demo));
    return new SecondFactorRequirement(new Settings(key -> Optional.ofNullable(values.get(key))));
  }
}
