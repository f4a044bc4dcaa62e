package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import org.junit.jupiter.api.Test;

/** What the pages of points say and where they lead. */
class PointPagesIT {
  private static final Browser LIEKE = Browser.of(Asking.NETWORK);

  @Test
  void aStateLeadsToThoseOfItsOwnTarget() {
    for (String format : List.of("POSTFIX", "IRONPORT")) {
      try (var relay = new PointOfTest("leads-" + format, "format", format)) {
        String state =
            relay.page().find("href=\"(/backoffice/[a-z]+/\\d+)\">\\d").orElse("no state");
        assertTrue(state.startsWith("/backoffice/relays/"), state);
        assertEquals(200, LIEKE.get(state).status());
      }
    }
  }

  @Test
  void aFailureWithoutAMessageHasNone() {
    try (var point = new PointOfTest("wordless")) {
      assertEquals(200, point.report("failed", 0, "", new byte[0]).statusCode());
      var list = LIEKE.get(PointOfTest.PATH);
      assertTrue(list.says("wordless"), list.toString());
      assertFalse(list.says("0: null"), list.toString());
    }
  }

  @Test
  void silenceIsToldWithoutACodeForAMoment() {
    try (var point = new PointOfTest("silent-2")) {
      point.state();
      Eventually.holds("an alarm", () -> LIEKE.get(PointOfTest.PATH).says("Laatst gezien"));
      assertFalse(
          LIEKE.get(PointOfTest.PATH).find("(\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z)</small>").isPresent());
    }
  }
}
