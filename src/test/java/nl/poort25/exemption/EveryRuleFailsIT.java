package nl.poort25.exemption;

import static nl.poort25.exemption.Asking.DAAN;
import static nl.poort25.exemption.Asking.NOOR;
import static nl.poort25.exemption.Asking.begin;
import static nl.poort25.exemption.Asking.servers;
import static nl.poort25.exemption.Asking.thirdParty;
import static nl.poort25.exemption.Asking.withdraw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import nl.poort25.it.Browser;
import org.junit.jupiter.api.Test;

/**
 * Each rule of a request can be violated by what a partner really fills in, not only by a record
 * that a test has made: one that never could would be no rule.
 */
class EveryRuleFailsIT {
  private final EnumSet<ExemptionRule> violated = EnumSet.noneOf(ExemptionRule.class);

  /** What its check page says is violated; thrown away afterwards. */
  private void check(Browser partner, long draft) {
    String names =
        partner
            .get("/exemptions/" + draft + "/submission")
            .find("name=\"violations\" value=\"([A-Z0-9_,]+)\"")
            .orElseThrow();
    for (String name : names.split(",")) {
      violated.add(ExemptionRule.valueOf(name));
    }
    withdraw(partner, draft);
  }

  @Test
  void throughTheFormsOfAPartner() {
    var daan = Browser.known(DAAN);
    var noor = Browser.known(NOOR);
    check(
        daan,
        servers(daan, "OWN_MAIL_SERVICE", "THW-2210", "192.0.2.97", "9.9.9.9", "198.51.100.200"));
    check(daan, servers(daan, "COLOCATION", "ZAK-1017", "192.0.2.69", "192.0.2.70", "192.0.2.71"));
    String sources = "203.0.113.0/28 10.0.0.0/8 192.0.2.97 2001:db8:99::1";
    check(noor, thirdParty(noor, "ZAK-0904", sources, "192.0.2.18"));

    var others = EnumSet.complementOf(violated);
    assertEquals(
        EnumSet.of(
            // before a step is filled in, below
            ExemptionRule.IS_ON_A_CONNECTION,
            ExemptionRule.THIRD_PARTY_IS_NAMED,
            // boxes that are not ticked: ExemptionRequestIT
            ExemptionRule.MEASURES_ARE_ACKNOWLEDGED,
            ExemptionRule.POLICY_IS_ACKNOWLEDGED,
            // a case is open: InvestigationIT
            ExemptionRule.NO_ABUSE_IS_INVESTIGATED),
        others);

    long empty = begin(noor, "THIRD_PARTY");
    var page = noor.get("/exemptions/" + empty + "/submission");
    for (var rule :
        new ExemptionRule[] {
          ExemptionRule.IS_ON_A_CONNECTION, ExemptionRule.THIRD_PARTY_IS_NAMED
        }) {
      String article = "#" + rule.cites().article().anchor() + "\"";
      assertTrue(page.html().contains(article), rule.name());
    }
    // nobody has come to them yet: that is no fault
    assertTrue(page.says("nog niet te beoordelen"), page.toString());
    assertTrue(!page.says("Hieraan is niet voldaan:"), page.toString());
    withdraw(noor, empty);
  }
}
