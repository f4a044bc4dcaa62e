package nl.poort25.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.poort25.account.People;
import nl.poort25.account.Role;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.network.Ground;

/**
 * A partner of a test alone, with a connection in a prefix of its own: nothing of the demo world is
 * touched, and nothing of another test shows.
 *
 * @param space the first three groups of the IPv6 prefix that the connection has
 */
record Somebody(String partner, Browser browser, String reference, String space) {
  static Somebody withoutAnything() {
    var people = new People();
    String partner = people.newPartner();
    String email = people.ofPartner(partner, Role.PARTNER_ADMIN);
    return new Somebody(partner, Browser.of(email, People.PASSWORD), null, null);
  }

  static Somebody withConnection() {
    var network = Browser.of("lieke@routit.example");
    var somebody = withoutAnything();
    String space = Ground.prefix(network);
    String reference = Ground.reference();
    var added =
        network.post(
            "/backoffice/connections",
            "reference",
            reference,
            "partner",
            Ground.partner(network, somebody.partner()),
            "kind",
            "COLOCATION",
            "customer",
            "",
            "site",
            "",
            "addresses",
            space + "::/64");
    assertEquals(303, added.status(), added.toString());
    return new Somebody(somebody.partner(), somebody.browser(), reference, space);
  }

  String address(int host) {
    return space + "::" + host;
  }

  /** A request for one server, sent. */
  long asks(int host) {
    return Asking.sent(browser, Asking.servers(browser, "COLOCATION", reference, address(host)));
  }

  /** The same, and open. */
  long opens(int host) {
    long id = asks(host);
    var approved = Asking.approve(Browser.of("karim@routit.example"), id, List.of());
    assertEquals(303, approved.status(), approved.toString());
    var opened = Asking.confirm(Browser.of("lieke@routit.example"), id, "opened");
    assertEquals(303, opened.status(), opened.toString());
    return id;
  }

  /** The number of the exemption, as its page says it. */
  String number(long id) {
    return browser.get("/exemptions/" + id).find("<h1>(P25-\\d{4}-\\d+)").orElseThrow();
  }

  /** Path of the page of its ticket. */
  String ticket(long id) {
    return browser.get("/exemptions/" + id).find("href=\"(/tickets/\\d+)\">P25-").orElseThrow();
  }
}
