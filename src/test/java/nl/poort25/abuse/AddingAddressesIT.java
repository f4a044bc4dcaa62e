package nl.poort25.abuse;

import static nl.poort25.abuse.Cases.AUDITOR;
import static nl.poort25.abuse.Cases.NETWORK;
import static nl.poort25.abuse.Cases.PARTNER;
import static nl.poort25.abuse.Cases.PATH;
import static nl.poort25.abuse.Cases.REVIEWER;
import static nl.poort25.abuse.Cases.blocked;
import static nl.poort25.abuse.Cases.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import nl.poort25.it.Browser;
import nl.poort25.it.Mailbox;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An open case takes in what the partner moves the server to (4.13). */
class AddingAddressesIT {
  private static final String MORE = "192.0.2.70";

  private static final Browser karim = Browser.of(REVIEWER);
  private static final Browser lieke = Browser.of(NETWORK);
  private static final Browser daan = Browser.of(PARTNER);

  @AfterEach
  void end() {
    Cases.endAll();
  }

  private static Visit add(Browser staff, long id, String seen, String addresses) {
    return staff.post(
        PATH + id + "/addresses",
        "version",
        seen,
        "addresses",
        addresses,
        "reason",
        "De server is hierheen verhuisd.");
  }

  private Visit add(long id, String addresses) {
    return add(karim, id, asked(id).orElse("0"), addresses);
  }

  private Optional<String> asked(long id) {
    return karim
        .get(PATH + id + "/addresses?addresses=" + MORE)
        .find("name=\"version\" value=\"(\\d+)\"");
  }

  @Test
  void anAddedAddressIsBlockedToldAndConfirmedAnew() {
    long id = blocked(karim, "192.0.2.69");
    String version = version(lieke, id, "enforcement");
    lieke.post(PATH + id + "/enforcement", "version", version, "note", "van buiten geprobeerd");
    assertTrue(daan.get("/abuse/" + id).says("in werking"));
    // on another connection of the same partner
    var look = lieke.get(PATH + id + "/addresses?addresses=192.0.2.61");
    assertTrue(look.says("Toevoegen en blokkeren"), look.toString());
    assertEquals(303, add(id, "192.0.2.61 " + MORE).status());
    var page = daan.get("/abuse/" + id);
    assertTrue(page.says("De server is hierheen verhuisd."), page.toString());
    assertTrue(page.says("nog niet bevestigd Al in werking: 192.0.2.69"), page.toString());
    var mail = new Mailbox(karim).of(PARTNER);
    assertTrue(mail.says("poort 25 gaat ook dicht voor 192.0.2.61, 192.0.2.70"), mail.toString());
    var staff = karim.get(PATH + id);
    assertTrue(
        staff.says("Adressen aan de misbruikzaak toegevoegd, om te blokkeren"), staff.toString());
    version = version(lieke, id, "enforcement");
    lieke.post(PATH + id + "/enforcement", "version", version, "note", "ook geprobeerd");
    assertFalse(daan.get("/abuse/" + id).says("nog niet bevestigd"));
    assertTrue(karim.get(PATH + "new?addresses=" + MORE).says("Al geblokkeerd in een open zaak"));
  }

  @Test
  void anotherPartnersAddressIsRefusedAndOneInACase() {
    long id = blocked(karim, "192.0.2.65");
    long other = blocked(karim, "192.0.2.66");
    var refused = add(id, "192.0.2.17");
    assertEquals(422, refused.status());
    assertTrue(refused.says("192.0.2.17 (Polder Networks)"), refused.toString());
    assertTrue(add(id, "192.0.2.66").says("Al geblokkeerd in een open zaak: 192.0.2.66"));
    assertTrue(add(id, "192.0.2.65").says("Al geblokkeerd in een open zaak: 192.0.2.65"));
    assertTrue(add(id, "192.0.2.200").says("Dit adres is van geen enkele partner"));
    assertEquals(422, add(id, "").status());
    assertFalse(daan.get("/abuse/" + other).says("192.0.2.65"));
  }

  @Test
  void theSecondTabIsTold() {
    long id = blocked(karim, "192.0.2.67");
    String seen = asked(id).orElseThrow();
    assertEquals(303, add(karim, id, seen, MORE).status());
    assertEquals(409, add(karim, id, seen, "192.0.2.71").status());
    assertFalse(daan.get("/abuse/" + id).says("192.0.2.71"));
  }

  @Test
  void aClosedCaseTakesNothing() {
    long id = blocked(karim, "192.0.2.68");
    String seen = asked(id).orElseThrow();
    Cases.investigate(id, karim);
    Cases.close(Browser.of(Cases.ADMINISTRATOR), id);
    assertEquals(409, add(karim, id, seen, MORE).status());
    assertEquals(409, karim.get(PATH + id + "/addresses").status());
    assertFalse(karim.get(PATH + id).says("Adressen toevoegen"));
  }

  @Test
  void whoeverMayNotBlockMayNotAdd() {
    long id = blocked(karim, "192.0.2.64");
    for (var who : new Browser[] {Browser.of(AUDITOR), daan}) {
      assertEquals(403, add(who, id, "0", MORE).status());
      assertEquals(403, who.get(PATH + id + "/addresses").status());
    }
    assertFalse(Browser.of(AUDITOR).get(PATH + id).says("Adressen toevoegen"));
    assertEquals(404, karim.get(PATH + "999999999/addresses").status());
    var elsewhere =
        karim.send(
            Browser.request(PATH + id + "/addresses")
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("addresses=192.0.2.70&reason=x&version=0")));
    assertEquals(403, elsewhere.status());
  }
}
