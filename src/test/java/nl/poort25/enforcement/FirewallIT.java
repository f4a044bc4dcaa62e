package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import nl.poort25.abuse.Cases;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The state of the firewalls follows every decision, and keeps what was (4.6, 4.10, 4.13). */
class FirewallIT {
  private static final String PATH = "/backoffice/firewall";
  private static final String ADDRESS = "192.0.2.97";
  private static Browser lieke;
  private static Browser sanne;

  @BeforeAll
  static void start() {
    lieke = Browser.of(Asking.NETWORK);
    sanne = Browser.of(Asking.SANNE);
  }

  private static long last() {
    return Long.parseLong(lieke.get(PATH).find("/backoffice/firewall/(\\d+)\"").orElseThrow());
  }

  private static String lines() {
    return lieke.get(PATH + "/" + last() + "/lines").html();
  }

  @Test
  void whatIsApprovedIsInTheNextGenerationAndWhatIsWithdrawnIsNot() throws Exception {
    String source = Asking.source();
    String line = "pair " + source + " " + ADDRESS + "\n";
    long id = Asking.sent(sanne, Asking.thirdParty(sanne, "ZAK-0331", source, ADDRESS));
    assertFalse(lines().contains(line), "asked is not decided");

    assertEquals(303, Asking.approve(Browser.of(Asking.REVIEWER), id, List.of()).status());
    Eventually.holds("approved, so in the state", () -> lines().contains(line));
    long with = last();
    var page = lieke.get(PATH + "/" + with);
    assertTrue(page.says(line.strip()), page.toString());
    assertTrue(page.says("Goedgekeurd"), page.toString());
    assertTrue(page.find("/backoffice/exemptions/" + id + "()\"").isPresent());
    String text = lieke.get(PATH + "/" + with + "/lines").html();
    assertTrue(page.says(digest(text)), page.toString());
    String table = lieke.get(PATH + "/" + with + "/nftables").html();
    assertTrue(table.contains(source + " . " + ADDRESS), table);
    assertTrue(table.contains("generation " + with), table);
    var asked = lieke.get(PATH + "?address=" + ADDRESS);
    assertTrue(asked.says(line.strip()), asked.toString());

    Asking.withdraw(sanne, id);
    Eventually.holds("withdrawn, so not in the state", () -> !lines().contains(line));
    // what was is there as it was
    assertEquals(text, lieke.get(PATH + "/" + with + "/lines").html());
    assertEquals(table, lieke.get(PATH + "/" + with + "/nftables").html());
  }

  private static String digest(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void aBlockForAbuseClosesAtOnceAndSaysSo() {
    String line = "pair ";
    long id = Asking.open(sanne, "ZAK-0331", ADDRESS);
    Eventually.holds(
        "open", () -> lines().contains(" " + ADDRESS + "\n") && lines().contains(line));
    Cases.blockedOf(sanne, Browser.of(Asking.REVIEWER), ADDRESS);
    try {
      Eventually.holds("blocked", () -> !lines().contains(" " + ADDRESS + "\n"));
      assertTrue(lieke.get(PATH).says("sluit wegens misbruik"));
    } finally {
      Cases.endAll();
      Asking.withdraw(sanne, id);
    }
  }

  @Test
  void staffReadsItAndPartnersDoNot() {
    assertEquals(200, Browser.of(Asking.AUDITOR).get(PATH).status());
    assertEquals(403, sanne.get(PATH).status());
    assertEquals(403, sanne.get(PATH + "/1/lines").status());
    assertEquals(404, lieke.get(PATH + "/999999").status());
    assertEquals(404, lieke.get(PATH + "/999999/nftables").status());
    assertEquals(
        403,
        Browser.of(Asking.REVIEWER)
            .post(PATH + "/held-back/1/confirmation", "note", "gezien")
            .status());
  }

  @Test
  void whatCannotBeReadIsToldBesideItsField() {
    assertTrue(lieke.get(PATH + "?address=+&at=").says("Vul dit in."));
    assertTrue(lieke.get(PATH + "?address=192.0.2.097").says("192.0.2.97"));
    assertTrue(
        lieke
            .get(PATH + "?address=192.0.2.97&at=gisteren")
            .says("Schrijf het tijdstip als 2026-03-03T14:05."));
    assertTrue(
        lieke.get(PATH + "?address=192.0.2.97&at=2001-01-01T00:00").says("nog geen generatie"));
  }
}
