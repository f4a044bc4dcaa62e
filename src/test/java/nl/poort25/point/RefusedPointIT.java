package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import org.junit.jupiter.api.Test;

/** A point that is not let in is not merely silent, and one that is gets its files. */
class RefusedPointIT {
  private static final String STATE = "/enforcement/state";

  @Test
  void aRevokedTokenIsSaidWithWhenceItCame() {
    try (var point = new PointOfTest("revoked-1")) {
      assertEquals(200, point.state().statusCode());
      assertFalse(point.page().says("ingetrokken token"));
      var old = point.request(STATE).setHeader("X-Forwarded-For", "198.51.100.77");
      point.renewToken();
      assertEquals(401, PointOfTest.send(old).statusCode());
      assertTrue(point.page().says("vroeg met een ingetrokken token"), point.page().toString());
      assertTrue(point.page().says("198.51.100.77"));
      assertTrue(
          Browser.of(Asking.NETWORK).get(PointOfTest.PATH).says("vroeg met een ingetrokken token"));
      assertEquals(200, point.state().statusCode());
      assertFalse(point.page().says("Is dat het punt"), "it is let in again");
    }
  }

  @Test
  void aTokenFromAnotherAddressIsSaid() {
    try (var point = new PointOfTest("elsewhere-1", "sources", "198.51.100.0/24")) {
      assertEquals(401, point.state().statusCode());
      assertTrue(point.page().says("waarvandaan het niet geldt"), point.page().toString());
    }
  }

  @Test
  void aTokenThatIsNobodysIsSaidWhereThePointWasSeenFrom() {
    try (var point = new PointOfTest("unknown-1")) {
      var known = point.request(STATE).setHeader("X-Forwarded-For", "198.51.100.78");
      assertEquals(200, PointOfTest.send(known).statusCode());
      for (String token : new String[] {"x", "y".repeat(43)}) {
        var wrong =
            point
                .request(STATE)
                .setHeader("X-Forwarded-For", "198.51.100.78")
                .setHeader("Authorization", "Bearer " + token);
        assertEquals(401, PointOfTest.send(wrong).statusCode());
      }
      assertTrue(point.page().says("een onbekend token"), point.page().toString());
    }
  }

  @Test
  void itsFilesAreFetchedWithItsTokenAlone() {
    try (var point = new PointOfTest("files-1");
        var prober = new PointOfTest("files-2", "format", "PROBER")) {
      String path = "/enforcement/files/poort25-agent";
      assertEquals(Agent.FIREWALL.program(), PointOfTest.send(point.request(path)).body());
      assertEquals(200, PointOfTest.send(point.request(path + ".service")).statusCode());
      assertEquals(
          point.pem(), PointOfTest.send(point.request("/enforcement/files/portal.pem")).body());
      assertEquals(404, PointOfTest.send(prober.request(path)).statusCode(), "of another kind");
      assertEquals(404, PointOfTest.send(point.request("/enforcement/files/web.xml")).statusCode());
      assertEquals(401, Browser.of(Asking.NETWORK).get(path).status(), "no session will do");
      assertEquals(401, Browser.guest().get(path).status());
    }
  }

  @Test
  void theLinesThatInstallItHaveNoTokenAndWarnOfALoopback() {
    try (var point = new PointOfTest("lines-1")) {
      var page = point.tokenPage();
      String token = page.find("id=\"token\">([A-Za-z0-9_-]{43})<").orElseThrow();
      assertFalse(page.find("<pre[^>]*>[^<]*" + token).isPresent(), "it would be in the history");
      assertTrue(page.says("leidt op het punt naar het punt zelf"), page.toString());
    }
  }
}
