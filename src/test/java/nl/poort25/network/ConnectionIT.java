package nl.poort25.network;

import static nl.poort25.network.Ground.AUDITOR;
import static nl.poort25.network.Ground.CONNECTIONS;
import static nl.poort25.network.Ground.NETWORK;
import static nl.poort25.network.Ground.OTHER_PARTNER;
import static nl.poort25.network.Ground.PARTNER;
import static nl.poort25.network.Ground.REVIEWER;
import static nl.poort25.network.Ground.add;
import static nl.poort25.network.Ground.connection;
import static nl.poort25.network.Ground.prefix;
import static nl.poort25.network.Ground.reference;
import static nl.poort25.network.Ground.removal;
import static nl.poort25.network.Ground.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import nl.poort25.it.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What staff does with connections, and what a partner sees of his. */
class ConnectionIT {
  private static Browser staff;
  private static String space;

  @BeforeAll
  static void start() {
    staff = Browser.of(NETWORK);
    space = prefix(staff);
  }

  @Test
  void anAddedConnectionIsSeenByItsPartnerAndByNoOther() {
    String reference = reference();
    var done = add(staff, reference.toLowerCase(java.util.Locale.ROOT), space + ":1::/64");
    assertEquals(303, done.status(), done.toString());
    var page = staff.get(done.location());
    assertTrue(page.says(space + ":1::/64"), page.toString());
    assertTrue(page.says("Verbinding toegevoegd"), page.toString());
    String own = done.location().replace("/backoffice", "");
    assertTrue(Browser.of(PARTNER).get(own).says(reference));
    assertTrue(Browser.of(PARTNER).get("/connections?q=" + reference).says(space));
    assertEquals(404, Browser.of(OTHER_PARTNER).get(own).status());
    assertFalse(Browser.of(OTHER_PARTNER).get("/connections?q=" + reference).says(space));
  }

  @Test
  void everyFieldThatIsWrongIsToldAndAllThatWasTypedIsKept() {
    var refused =
        staff.post(
            CONNECTIONS, "reference", "a b", "site", "Dijkweg 14", "addresses", "192.0.2.9/24");
    assertEquals(422, refused.status());
    assertTrue(refused.says("Een kenmerk begint met"), refused.toString());
    assertTrue(refused.says("Maak een keuze."), refused.toString());
    assertTrue(refused.says("Bedoelt u 192.0.2.0/24?"), refused.toString());
    assertTrue(refused.html().contains("Dijkweg 14") && refused.html().contains("192.0.2.9/24"));
  }

  @Test
  void addressesOutsideTheNetworkOrOfAnotherConnectionAreRefused() {
    String path = connection(staff, space + ":2::/64");
    var outside = add(staff, reference(), "203.0.113.200");
    assertEquals(422, outside.status());
    assertTrue(outside.says("Dit ligt in geen prefix van het netwerk: 203.0.113.200."));
    for (String overlapping : List.of(space + ":2::/64", space + ":2::9", space + ":2::/63")) {
      var refused = add(staff, reference(), overlapping);
      assertEquals(422, refused.status(), overlapping);
      assertTrue(refused.says("Dit is al in gebruik: " + space + ":2::/64"), refused.toString());
      assertEquals(422, staff.post(path + "/ranges", "addresses", overlapping).status());
    }
    var twice = add(staff, reference(), space + ":3::1 " + space + ":3::/64");
    assertTrue(
        twice.says("Dit overlapt met iets anders van dezelfde verbinding"), twice.toString());
  }

  @Test
  void aReferenceIsUsedOnce() {
    String reference = reference();
    assertEquals(303, add(staff, reference, space + ":4::1").status());
    var again = add(staff, reference, space + ":4::2");
    assertEquals(422, again.status());
    assertTrue(
        again.says("Het kenmerk " + reference + " hoort of hoorde al bij een andere verbinding"));
  }

  @Test
  void ofManyAtTheSameMomentOneGetsTheAddress() {
    String address = space + ":5::1";
    long done =
        IntStream.range(0, 24)
            .parallel()
            .map(i -> add(staff, reference(), address).status())
            .filter(status -> status == 303)
            .count();
    assertEquals(1, done);
    assertEquals(1, ranges(staff.get(CONNECTIONS + "?address=" + address).html()));
  }

  private static long ranges(String html) {
    return html.split("<td>\\s*<a href=\"/backoffice/connections/", -1).length - 1L;
  }

  @Test
  void aConnectionIsFoundByWhatContainsAnAddressAndByWhatLiesWithin() {
    String path = connection(staff, space + ":6::/64");
    for (String looked : List.of(space + ":6::25", space + ":6::/64", space + ":0::/48")) {
      var found = staff.get(CONNECTIONS + "?address=" + looked.replace(":0::", "::"));
      assertTrue(found.html().contains(path + "\""), looked);
    }
    assertTrue(staff.get(CONNECTIONS + "?address=192.0.2.9/24").says("Bedoelt u 192.0.2.0/24?"));
  }

  @Test
  void anAddressThatIsTakenAwayStaysInTheHistoryAndIsFree() {
    String path = connection(staff, space + ":7::/64");
    String removal = removal(staff.get(path));
    assertTrue(staff.get(removal).says(space + ":7::/64 van IT-"));
    assertTrue(staff.post(removal).says("Vink dit aan om te bevestigen."));
    assertEquals(303, staff.post(removal, "sure", "true").status());
    assertTrue(staff.get(path).says("Adressen verwijderd"));
    assertTrue(staff.get(path).says(space + ":7::/64"));
    assertEquals(409, staff.post(removal, "sure", "true").status());
    connection(staff, space + ":7::/65");
  }

  @Test
  void aChangeMadeOnAnOldPageIsRefused() {
    String path = connection(staff, space + ":8::1");
    String version = version(staff.get(path + "/change"));
    String[] form = {
      "version", version, "kind", "TELEWORKER_LINE", "customer", "", "site", "Thuis"
    };
    assertEquals(303, staff.post(path + "/change", form).status());
    assertTrue(staff.get(path).says("Thuiswerkerlijn"));
    assertEquals(409, staff.post(path + "/change", form).status());
  }

  @Test
  void whatHasEndedHoldsNothingAndEndsOnce() {
    String path = connection(staff, space + ":9::1");
    String version = version(staff.get(path + "/ending"));
    assertEquals(422, staff.post(path + "/ending", "version", version).status());
    assertEquals(303, staff.post(path + "/ending", "version", version, "sure", "true").status());
    assertEquals(409, staff.post(path + "/ending", "version", version, "sure", "true").status());
    assertEquals(409, staff.post(path + "/ranges", "addresses", space + ":9::2").status());
    assertTrue(staff.get(path).says("beëindigd"));
    connection(staff, space + ":9::1");
  }

  @Test
  void othersOfTheStaffReadAndPartnersDoNot() {
    String path = connection(staff, space + ":a::1");
    String removal = removal(staff.get(path));
    for (String who : List.of(AUDITOR, REVIEWER)) {
      var reader = Browser.of(who);
      assertEquals(200, reader.get(path).status());
      assertFalse(reader.get(path).html().contains("/removal"));
      assertEquals(403, reader.get(CONNECTIONS + "/new").status());
    }
    for (String who : List.of(AUDITOR, REVIEWER, PARTNER)) {
      var stranger = Browser.of(who);
      for (String post :
          List.of(CONNECTIONS, path + "/change", path + "/ranges", path + "/ending", removal)) {
        var form = new String[] {"sure", "true", "addresses", space + ":a::2", "version", "0"};
        assertEquals(403, stranger.post(post, form).status(), who + " " + post);
      }
    }
    assertEquals(403, Browser.of(PARTNER).get(path).status());
    assertEquals(404, staff.get(CONNECTIONS + "/999999999").status());
    assertEquals(404, staff.post(CONNECTIONS + "/999999999/ranges", "addresses", "x").status());
  }

  @Test
  void noOtherSiteChangesAnything() {
    String path = connection(staff, space + ":b::1");
    var foreign =
        Browser.request(path + "/ranges")
            .header("Origin", "https://elsewhere.example")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("addresses=" + space + ":b::2"));
    assertEquals(403, staff.send(foreign).status());
    assertFalse(staff.get(path).says(space + ":b::2"));
  }
}
