package nl.poort25.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EnforcementTargetTest {
  @Test
  void eachHasItsOther() {
    assertTrue(EnforcementTarget.RELAY.isRelay());
    assertFalse(EnforcementTarget.FIREWALL.isRelay());
    assertEquals(EnforcementTarget.FIREWALL, EnforcementTarget.RELAY.getOther());
    assertEquals(EnforcementTarget.RELAY, EnforcementTarget.FIREWALL.getOther());
  }
}
