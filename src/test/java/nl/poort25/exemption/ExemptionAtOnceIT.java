package nl.poort25.exemption;

import static nl.poort25.exemption.Asking.SANNE;
import static nl.poort25.exemption.Asking.send;
import static nl.poort25.exemption.Asking.servers;
import static nl.poort25.exemption.Asking.source;
import static nl.poort25.exemption.Asking.thirdParty;
import static nl.poort25.exemption.Asking.withdraw;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.it.Browser;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Test;

/** Requests of the same moment cannot together exceed what one may have (4.5, 4.7). */
class ExemptionAtOnceIT {
  /** Each draft takes some fourteen requests to make. */
  private static final int MANY = Trials.isLong() ? 50 : 16;

  private static final int BROWSERS = 10;

  @Test
  void manyRequestsForServersInOneColocationLeaveRoomForTwo() throws Exception {
    var sanne = Browser.of(SANNE);
    var added =
        Browser.of(Asking.NETWORK)
            .post(
                "/backoffice/connections",
                "reference",
                "COLO-TEGELIJK",
                "kind",
                "COLOCATION",
                "partner",
                partner("Havenkantoor ICT"),
                "addresses",
                "2001:db8:25:7e57::/64");
    assertEquals(303, added.status(), added.toString());
    var drafts = new ArrayList<Long>();
    for (int i = 0; i < MANY; i++) {
      drafts.add(
          servers(
              sanne,
              "COLOCATION",
              "COLO-TEGELIJK",
              "2001:db8:25:7e57::" + Integer.toHexString(i + 1)));
    }
    assertEquals(2, AtOnce.send(drafts, browsers()));
  }

  @Test
  void manyRequestsForTheSamePairLeaveRoomForOne() throws Exception {
    var sanne = Browser.of(SANNE);
    String source = source();
    var drafts = new ArrayList<Long>();
    for (int i = 0; i < MANY; i++) {
      drafts.add(thirdParty(sanne, "ZAK-0331", source, "192.0.2.97"));
    }
    assertEquals(1, AtOnce.send(drafts, browsers()));
  }

  private static List<Browser> browsers() {
    return Stream.generate(() -> Browser.of(SANNE)).limit(BROWSERS).toList();
  }

  private static String partner(String name) {
    return Browser.of(Asking.NETWORK)
        .get("/backoffice/connections/new")
        .find("<option value=\"(\\d+)\"[^>]*>" + name)
        .orElseThrow();
  }

  @Test
  void aRefusedOneCanStillBeSentToStaffsOverruling() {
    var sanne = Browser.of(SANNE);
    long first = servers(sanne, "COLOCATION", "COLO-0012", "192.0.2.41");
    assertEquals(303, send(sanne, first).status());
    long third = servers(sanne, "COLOCATION", "COLO-0012", "192.0.2.43");
    var sent = send(sanne, third);
    assertEquals(303, sent.status(), sent.toString());
    withdraw(sanne, first);
    withdraw(sanne, third);
  }
}
