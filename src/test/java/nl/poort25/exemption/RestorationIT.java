package nl.poort25.exemption;

import static nl.poort25.exemption.Asking.ADMINISTRATOR;
import static nl.poort25.exemption.Asking.DAAN;
import static nl.poort25.exemption.Asking.NETWORK;
import static nl.poort25.exemption.Asking.REVIEWER;
import static nl.poort25.exemption.Asking.approve;
import static nl.poort25.exemption.Asking.confirm;
import static nl.poort25.exemption.Asking.open;
import static nl.poort25.exemption.Asking.sent;
import static nl.poort25.exemption.Asking.source;
import static nl.poort25.exemption.Asking.staffPath;
import static nl.poort25.exemption.Asking.thirdParty;
import static nl.poort25.exemption.Asking.withdraw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.poort25.abuse.Cases;
import nl.poort25.it.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After a full investigation what was blocked is restored (4.14). */
class RestorationIT {
  private static final Browser daan = Browser.of(DAAN);
  private static final Browser karim = Browser.of(REVIEWER);
  private static final Browser lieke = Browser.of(NETWORK);

  @AfterEach
  void end() {
    Cases.endAll();
  }

  @Test
  void theEndOfTheInvestigationRestoresByADecisionOfItsOwn() {
    long opened = open(daan, "ZAK-1017", "192.0.2.69");
    long waiting = sent(daan, thirdParty(daan, "ZAK-1017", source(), "192.0.2.70"));
    long abuse = Cases.blocked(karim, "192.0.2.69");
    assertEquals(303, confirm(lieke, opened, "closed").status());
    Cases.investigate(abuse, karim);
    assertEquals(303, Cases.close(Browser.of(ADMINISTRATOR), abuse).status());
    var page = daan.get("/exemptions/" + opened);
    assertTrue(page.says("Geblokkeerd wegens misbruik"), page.toString());
    assertTrue(page.says("Hersteld na onderzoek"), page.toString());
    assertTrue(page.says("goedgekeurd, nog niet open"), "the port is opened by hand again");
    assertTrue(karim.get(staffPath(opened)).says("Mirjam"), "who ended it has decided");
    assertEquals(303, confirm(lieke, opened, "opened").status());
    assertTrue(daan.get("/exemptions/" + opened).says("✓ open"));
    assertEquals(303, approve(karim, waiting, List.of()).status(), "requests are dealt with again");
    withdraw(daan, opened);
    withdraw(daan, waiting);
  }
}
