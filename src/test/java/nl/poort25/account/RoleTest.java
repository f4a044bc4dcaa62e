package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
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
}
