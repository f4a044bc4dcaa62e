package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RoleTest {
  @Test
  void hasAConstantForEachNameThatAnAnnotationUses() throws IllegalAccessException {
    var constants = new TreeSet<String>();
    for (Field field : Role.Name.class.getDeclaredFields()) {
      assertEquals(field.getName(), field.get(null));
      constants.add(field.getName());
    }
    var expected = new TreeSet<>(Arrays.stream(Role.values()).map(Role::name).toList());
    expected.addAll(List.of("USER", "STAFF", "PARTNER"));
    assertEquals(expected, constants);
  }

  @Test
  void tellsStaffFromPartners() {
    assertFalse(Role.PARTNER_USER.isStaff());
    assertFalse(Role.PARTNER_ADMIN.isStaff());
    assertTrue(Role.AUDITOR.isStaff());
    assertTrue(Role.REVIEWER.isStaff());
  }

  @Test
  void fitsOneRoleAtAPartnerAndAnyNumberInTheStaff() {
    assertTrue(Role.areValid(Set.of(Role.PARTNER_ADMIN), false));
    assertTrue(Role.areValid(Set.of(Role.REVIEWER, Role.NETWORK), true));
    assertFalse(Role.areValid(Set.of(Role.PARTNER_ADMIN, Role.PARTNER_USER), false));
    assertFalse(Role.areValid(Set.of(Role.PARTNER_ADMIN), true));
    assertFalse(Role.areValid(Set.of(), true));
  }

  @Test
  void findsRolesByTheirNamesAndNoneAmongRubbish() {
    assertEquals(Set.of(Role.REVIEWER, Role.AUDITOR), Role.named(List.of("REVIEWER", "AUDITOR")));
    assertEquals(Set.of(), Role.named(List.of("REVIEWER", "root")));
    assertEquals(Set.of(), Role.named(List.of()));
  }
}
