package nl.poort25.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Visit;
import nl.poort25.mailservice.Orders;
import nl.poort25.mx.TestDns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Staff gives a name to another partner without a gap (3.5). */
class TransferIT {
  private static final String PATH = "/backoffice/domains/";
  private static TestDns dns;
  private static Browser sanne;
  private static Browser daan;
  private static Browser karim;

  @BeforeAll
  static void start() {
    dns = TestDns.startForPortal();
    dns.relays();
    sanne = Browser.of("sanne@havenkantoor.example");
    daan = Browser.of("daan@brugensluis.example");
    karim = Browser.of("karim@routit.example");
  }

  @AfterAll
  static void stop() {
    dns.close();
  }

  @Test
  void losesNoMailAndProvesItForTheNewHolderAlone() {
    var old = delivered("192.0.2.81");
    long service = Orders.ordered(sanne, old, "SMTP", "destination", "192.0.2.82");
    int before = generation();
    var done = transfer(old, "Brug & Sluis", "note", "verklaring 12");
    assertEquals(303, done.status(), done::toString);
    assertTrue(sanne.get("/").says("Aan een andere partner overgedragen"));
    String path = done.location();
    assertFalse(path.endsWith("/" + old.id()), path);

    var page = karim.get(path);
    assertTrue(page.says("Vastgelegd door RoutIT"), page::toString);
    assertTrue(page.says("verklaring 12"), page::toString);
    assertTrue(page.says("Brug & Sluis"), page::toString);
    assertTrue(page.says("Eerdere houders"), page::toString);
    assertTrue(page.says("Overgedragen"), page::toString);
    assertTrue(karim.get(PATH + old.id()).says("Overgedragen"));

    settle();
    for (var text : between(before)) {
      assertFalse(text.contains("domain " + old.name() + " "), "the lines are the same: " + text);
    }
    assertTrue(goes(old.name(), "192.0.2.81"));

    // whoever had it sees no more than that it has gone
    assertEquals(404, sanne.get(old.path()).status());
    assertEquals(404, sanne.get("/mail-services/" + service).status());
    assertEquals(404, sanne.post(old.path() + "/withdrawal", "sure", "true").status());
    var gone = sanne.get("/domains?standing=transferred&q=" + old.name());
    assertTrue(gone.says(old.name()), gone::toString);
    assertFalse(gone.html().contains("href=\"" + old.path() + "\""), gone::toString);
    assertFalse(sanne.get("/mail-services?q=" + old.name()).says(old.name()));

    // and the new one nothing of the old one's
    var new_ = daan.get(path.replace("/backoffice", ""));
    assertEquals(200, new_.status());
    assertTrue(new_.says("Vastgelegd door RoutIT"), new_::toString);
    assertTrue(new_.says("192.0.2.81"), new_::toString);
    assertFalse(new_.says("192.0.2.82"), "was only ordered");
    for (String secret : List.of("verklaring 12", "Havenkantoor", "Sanne", "Eerdere houders")) {
      assertFalse(new_.says(secret), () -> secret + " in " + new_);
    }
    assertTrue(mails("sanne@havenkantoor.example").says(old.name() + " is overgedragen"));
    assertTrue(mails("daan@brugensluis.example").says(old.name() + " is aan u overgedragen"));
    // it is not the old one's any more, whatever he does
    var again =
        sanne.post("/domains/new", "name", old.name(), "action", "DO_NOT_MOVE", "dns", "elsewhere");
    assertEquals(422, again.status());
  }

  @Test
  void deliversElsewhereFromTheSameStateOn() {
    var old = delivered("192.0.2.83");
    int before = generation();
    String field = destinationField(old);
    assertEquals(
        303, transfer(old, "Brug & Sluis", "note", "verklaring", field, "192.0.2.84").status());
    Eventually.holds("it goes to the new one", () -> goes(old.name(), "192.0.2.84"));
    var about =
        between(before).stream().filter(t -> t.contains("domain " + old.name() + " ")).toList();
    assertEquals(1, about.size(), about::toString);
    assertTrue(about.get(0).contains("192.0.2.83") && about.get(0).contains("192.0.2.84"));
  }

  @Test
  void happensOnceWhateverTwoTabsAsk() {
    var old = delivered("192.0.2.85");
    var first = form(old, "Brug & Sluis", "note", "verklaring");
    var second = form(old, "Polder", "note", "verklaring");
    assertEquals(303, karim.post(PATH + old.id() + "/transfer", first).status());
    assertEquals(409, karim.post(PATH + old.id() + "/transfer", first).status());
    assertEquals(409, karim.post(PATH + old.id() + "/transfer", second).status());
    assertEquals(409, karim.get(PATH + old.id() + "/transfer").status());
  }

  @Test
  void isNotWhatWasShownOnceAServiceHasChanged() {
    var old = delivered("192.0.2.86");
    var shown = form(old, "Brug & Sluis", "note", "verklaring");
    Orders.active(sanne, old, "SMTP", "destination", "192.0.2.87");
    assertEquals(409, karim.post(PATH + old.id() + "/transfer", shown).status());
    assertEquals(200, sanne.get(old.path()).status());
  }

  @Test
  void asksForPartnerAndProofAndKeepsWhatWasTyped() {
    var old = delivered("192.0.2.88");
    var refused = transfer(old, "", "customer", "Veerdienst", destinationField(old), "127.0.0.1");
    assertEquals(422, refused.status());
    assertTrue(refused.html().contains("href=\"#partner\""), refused::toString);
    assertTrue(refused.html().contains("href=\"#note\""), refused::toString);
    assertTrue(refused.html().contains("Veerdienst"), refused::toString);
    var nowhere =
        transfer(old, "Brug & Sluis", "note", "verklaring", destinationField(old), "127.0.0.1");
    assertEquals(422, nowhere.status());
    assertTrue(nowhere.html().contains("href=\"#" + destinationField(old)), nowhere::toString);
    assertEquals(200, sanne.get(old.path()).status());
  }

  @Test
  void isRefusedWhileEitherPartnerIsInvestigated() {
    var old = delivered("192.0.2.89");
    var refused = transfer(old, "Molenwiek Hosting", "note", "verklaring");
    assertEquals(422, refused.status());
    assertTrue(refused.html().contains("/policy#art-4-14"), refused::toString);
    assertEquals(200, sanne.get(old.path()).status());
  }

  @Test
  void takesAlongTheNamesThatLieUnderOneAnother() {
    String name = "samen-" + System.nanoTime() + ".example";
    var below = register("mail." + name);
    var above = register(name);
    var page = karim.get(PATH + below.id() + "/transfer");
    assertTrue(page.says("Deze namen gaan mee") && page.says("mail." + name), page::toString);
    assertEquals(303, transfer(below, "Brug & Sluis", "note", "verklaring").status());
    assertEquals(404, sanne.get(above.path()).status());
    assertEquals(404, sanne.get(below.path()).status());
    var list = daan.get("/domains?q=" + name);
    assertTrue(list.says(name), list::toString);
    assertTrue(daan.get("/domains?q=mail." + name).says("mail." + name));
  }

  private static Orders.Domain register(String name) {
    var made =
        sanne.post("/domains/new", "name", name, "action", "DO_NOT_MOVE", "dns", "elsewhere");
    assertEquals(303, made.status(), made::toString);
    String path = made.location();
    return new Orders.Domain(name, path, Long.parseLong(path.substring("/domains/".length())));
  }

  /** A name of Sanne's whose mail goes to that address. */
  private static Orders.Domain delivered(String address) {
    var domain = Orders.provenDomain(sanne);
    Orders.active(sanne, domain, "SMTP", "destination", address);
    Eventually.holds("its mail goes there", () -> goes(domain.name(), address));
    return domain;
  }

  private static Visit transfer(Orders.Domain domain, String partner, String... fields) {
    return karim.post(PATH + domain.id() + "/transfer", form(domain, partner, fields));
  }

  private static String[] form(Orders.Domain domain, String partner, String... fields) {
    var page = karim.get(PATH + domain.id() + "/transfer");
    assertEquals(200, page.status(), page::toString);
    String option = "value=\"(\\d+)\"[^>]*>" + Pattern.quote(partner.replace("&", "&amp;"));
    var all =
        new ArrayList<>(
            List.of(
                "partner",
                partner.isEmpty() ? "" : page.find(option).orElseThrow(),
                "seen",
                page.find("name=\"seen\" value=\"([^\"]+)\"").orElseThrow()));
    all.addAll(List.of(fields));
    return all.toArray(String[]::new);
  }

  private static String destinationField(Orders.Domain domain) {
    return karim
        .get(PATH + domain.id() + "/transfer")
        .find("name=\"(destination-\\d+)\"")
        .orElseThrow();
  }

  private static Visit mails(String recipient) {
    return karim.get("/backoffice/mail?recipient=" + recipient);
  }

  private static boolean goes(String name, String address) {
    var page = karim.get("/backoffice/relays?address=" + name);
    return page.find("(domain " + name + " " + Pattern.quote(address) + ")").isPresent();
  }

  /** The last one of the relays. */
  private static int generation() {
    return karim
        .get("/backoffice/relays")
        .find("href=\"/backoffice/relays/(\\d+)\"")
        .map(Integer::parseInt)
        .orElseThrow();
  }

  /** The pages of those that were made since, each with what came and went. */
  private static List<String> between(int before) {
    return IntStream.rangeClosed(before + 1, generation())
        .mapToObj(number -> karim.get("/backoffice/relays/" + number).text())
        .toList();
  }

  /** Until what was decided so far is in the state of the relays. */
  private static void settle() {
    delivered("192.0.2.90");
  }
}
