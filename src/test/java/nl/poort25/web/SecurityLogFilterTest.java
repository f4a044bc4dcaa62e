package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityLogFilterTest {
  @ParameterizedTest
  @CsvSource({
    // path, status, refused for the role, signed in
    "/backoffice/accounts/3/roles, 403, true, true, ROLE_REFUSED",
    "/logout, 403, false, true, CROSS_SITE",
    "/domains/12, 404, false, true, NOT_THEIRS",
    "/domains/12/mx-checks, 404, false, true, NOT_THEIRS",
    "/invitation/abc, 404, false, false, LINK_REFUSED",
    "/password-reset/abc, 404, false, false, LINK_REFUSED",
    "/first-administrator/abc, 404, false, false, LINK_REFUSED",
    "/health/ready, 404, false, false, MONITORING_TOKEN",
    "/metrics, 404, false, true, MONITORING_TOKEN",
    "/enforcement/history, 401, false, false, MONITORING_TOKEN",
    "/enforcement/state, 401, false, false, POINT_TOKEN",
    "/login, 429, false, false, TOO_OFTEN"
  })
  void seesWhatAnAttackerCauses(
      String path, int status, boolean role, boolean signedIn, Suspicion.Kind kind) {
    assertEquals(Optional.of(kind), SecurityLogFilter.kind(path, status, role, signedIn));
  }

  @ParameterizedTest
  @CsvSource({
    "/nothing, 404, true",
    "/domains/12, 404, false",
    "/login, 422, false",
    "/x, 409, true",
    "/login, 400, false",
    "/enforcement/state, 404, false",
    "/x, 500, true"
  })
  void leavesSlipsAlone(String path, int status, boolean signedIn) {
    assertEquals(Optional.empty(), SecurityLogFilter.kind(path, status, false, signedIn));
  }

  @Test
  void keepsNoTokenAndNoForeignCharacter() {
    String token = "Ab1_".repeat(10) + "xyz";
    assertEquals("POST /invitation/…", SecurityLogFilter.place("POST", "/invitation/" + token));
    assertFalse(SecurityLogFilter.place("GET", "/x/" + token + "/" + token).contains("Ab1_"));
    assertEquals("? /a?", SecurityLogFilter.place("é\n", "/a\u0007"));
    assertTrue(SecurityLogFilter.place("GET", "/a".repeat(500)).length() <= 120);
  }
}
