package nl.poort25.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DomainRowTest {
  private static DomainRow row(String partner, DomainStatus standing) {
    return new DomainRow(
        1, "a.nl", "a.nl", "a.nl", null, partner, standing, null, null, null, null, null);
  }

  @Test
  void leadsAPartnerToWhatIsStillHis() {
    assertTrue(row(null, DomainStatus.WITHDRAWN).isLinked());
    assertFalse(row(null, DomainStatus.TRANSFERRED).isLinked());
    assertTrue(row("Partner", DomainStatus.TRANSFERRED).isLinked());
  }
}
