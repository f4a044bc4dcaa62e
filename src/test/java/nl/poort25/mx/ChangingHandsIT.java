package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Visit;
import nl.poort25.mailservice.Orders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever takes a name of another gets none of its mail (3.5), by the pages and in the state. */
class ChangingHandsIT {
  private static final String[] HERE = {"MX 10 smtp.routit.net", "MX 20 smtp1.routit.net"};
  private static final String[] ELSEWHERE = {"MX 10 mail.elders.test"};
  private static final AtomicInteger COUNT = new AtomicInteger();
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
  void aNameThatIsTakenWhileItsMxPointHereGetsNoMail() {
    String name = newName();
    var first = provenByMx(sanne, name);
    Orders.active(sanne, first, "SMTP", "destination", "192.0.2.91");
    Eventually.holds("the first holder's mail", () -> goes(name, "192.0.2.91"));
    assertEquals(303, sanne.post(first.path() + "/withdrawal", "sure", "true").status());

    var taken = register(daan, name);
    Orders.active(daan, taken, "SMTP", "destination", "192.0.2.92");
    var page = look(daan, taken);
    assertTrue(page.says("De MX-records van " + name + " zijn goed"), page::toString);
    assertTrue(page.says("Nog niet bewezen"), page::toString);
    assertTrue(page.says("gelden voor deze naam niet als bewijs"), page::toString);
    settle();
    assertFalse(goes(name, "192.0.2."), "mail for nobody's proof");

    dns.name("_poort25." + name, "TXT \"" + token(page) + "\"");
    page = look(daan, taken);
    assertTrue(page.says("TXT-record gezien"), page::toString);
    Eventually.holds("the new holder's mail", () -> goes(name, "192.0.2.92"));
    // and to nobody once the record has gone from a name whose MX prove nothing, after its term
    dns.forget("_poort25." + name);
    assertTrue(look(daan, taken).says("! Niet meer gezien"));
  }

  @Test
  void aRefusedClaimIsKeptThoughItWasRefused() {
    String name = newName();
    dns.name(name, ELSEWHERE);
    var held = register(sanne, name);
    look(sanne, held);
    for (String claimed : new String[] {name, "post." + name}) {
      var refused =
          daan.post("/domains/new", "name", claimed, "action", "DO_NOT_MOVE", "dns", "elsewhere");
      assertEquals(422, refused.status());
      assertTrue(refused.html().contains("/policy#art-3-4"), refused::toString);
    }
    dns.name(name, HERE);
    var page = look(sanne, held);
    assertTrue(page.says("Nog niet bewezen"), page::toString);
    dns.name("_poort25." + name, "TXT \"" + token(page) + "\"");
    assertTrue(look(sanne, held).says("TXT-record gezien"));
  }

  @Test
  void aClaimDoesNotTakeTheProofThatThereIs() {
    String name = newName();
    var held = provenByMx(sanne, name);
    daan.post("/domains/new", "name", name, "action", "DO_NOT_MOVE", "dns", "elsewhere");
    assertTrue(look(sanne, held).says("Goede MX-records gezien"));
  }

  @Test
  void mxThatTheProviderSetsProveNothing() {
    String name = newName();
    dns.name(name, ELSEWHERE);
    var held = register(sanne, name, "provider");
    look(sanne, held);
    dns.name(name, HERE);
    var page = look(sanne, held);
    assertTrue(page.says("Nog niet bewezen"), page::toString);
    assertTrue(page.says("MX-records die RoutIT zelf zet, bewijzen niet"), page::toString);
  }

  @Test
  void thePageOfANewNameLeadsWithTheRecordAndSaysThatItChangesNothing() {
    var held = register(sanne, newName());
    var page = sanne.get(held.path());
    String text = page.text();
    int lead = text.indexOf("Nu: Zet het TXT-record in de zone");
    assertTrue(lead > 0 && lead < text.indexOf("Maildienst bestellen"), page::toString);
    assertTrue(page.says("Aan uw mail verandert het niets"), page::toString);
    var english = Browser.of("sanne@havenkantoor.example").inEnglish().get(held.path());
    assertTrue(english.says("It changes nothing about your mail"), english::toString);
    var staff = karim.get("/backoffice" + held.path());
    assertFalse(staff.html().contains("id=\"prove-record\""), "staff has no zone");
    karim.post("/backoffice" + held.path() + "/proof", "note", "verklaring 4");
    assertFalse(sanne.get(held.path()).html().contains("id=\"prove-record\""));
  }

  @Test
  void aHolderOfBeforeSeesNothingOfTheNextOne() {
    String name = newName();
    var first = provenByMx(sanne, name);
    sanne.post(first.path() + "/withdrawal", "sure", "true");
    var next = register(daan, name);
    karim.post("/backoffice" + next.path() + "/proof", "note", "verklaring 5");
    Orders.active(daan, next, "SMTP", "destination", "192.0.2.93");
    Eventually.holds("the new holder's mail", () -> goes(name, "192.0.2.93"));
    assertFalse(sanne.get(first.path()).html().contains("192.0.2.93"));
  }

  private static String newName() {
    return "hand" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36) + ".test";
  }

  private static Orders.Domain register(Browser who, String name) {
    return register(who, name, "elsewhere");
  }

  private static Orders.Domain register(Browser who, String name, String at) {
    var made = who.post("/domains/new", "name", name, "action", "DO_NOT_MOVE", "dns", at);
    assertEquals(303, made.status(), made::toString);
    String path = made.location();
    return new Orders.Domain(name, path, Long.parseLong(path.substring("/domains/".length())));
  }

  private static Orders.Domain provenByMx(Browser who, String name) {
    dns.name(name, ELSEWHERE);
    var domain = register(who, name);
    look(who, domain);
    dns.name(name, HERE);
    var page = look(who, domain);
    assertTrue(page.says("Goede MX-records gezien"), page::toString);
    return domain;
  }

  private static String token(Visit page) {
    return page.find("IN TXT &quot;(poort25=[^&]+)&quot;").orElseThrow();
  }

  /** The page after the look is over. */
  private static Visit look(Browser who, Orders.Domain domain) {
    var clicked = who.post(domain.path() + "/mx-checks");
    assertEquals(303, clicked.status(), clicked::toString);
    Eventually.holds("the look is over", () -> poll(who, domain).status() != 204);
    return who.get(domain.path());
  }

  private static Visit poll(Browser who, Orders.Domain domain) {
    return who.send(
        Browser.request(domain.path() + "/mx-checks").header("HX-Request", "true").GET());
  }

  /** Whether the last state of the relays has mail of the name go to such an address. */
  private static boolean goes(String name, String address) {
    var page = karim.get("/backoffice/relays?address=" + name);
    assertEquals(200, page.status());
    return page.find("(domain " + name + " " + address.replace(".", "\\.") + ")").isPresent();
  }

  /** Until what was decided so far is in the state of the relays. */
  private static void settle() {
    String name = newName();
    var last = register(sanne, name);
    karim.post("/backoffice" + last.path() + "/proof", "note", "verklaring 6");
    Orders.active(sanne, last, "SMTP", "destination", "192.0.2.99");
    Eventually.holds("all is in the state", () -> goes(name, "192.0.2.99"));
  }
}
