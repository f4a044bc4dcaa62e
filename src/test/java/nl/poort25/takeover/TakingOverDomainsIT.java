package nl.poort25.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.poort25.it.Browser;
import nl.poort25.it.Browser.SentFile;
import nl.poort25.it.Mailbox;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names and services from before the portal: previewed, then taken over whole or not at all. */
class TakingOverDomainsIT {
  private static final String IMPORTS = "/backoffice/domains/imports";
  private static final String HEADER =
      "name;partner;customer;dns;service;intake;destination;local-part\n";
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static Browser network;

  @BeforeAll
  static void start() {
    network = Browser.of("lieke@routit.example");
  }

  private static String name() {
    return "overname-" + NAMES.incrementAndGet() + ".example";
  }

  private static String line(String name, String service) {
    return name + ";Polder Networks;Polderhuis;nee;" + service + "\n";
  }

  private static String upload(String lines) {
    var answer = network.uploadOne(IMPORTS, SentFile.of("lijst.csv", HEADER + lines));
    assertEquals(303, answer.status(), answer.toString());
    return answer.location();
  }

  private static String digest(Visit page) {
    return page.find("name=\"digest\" value=\"([0-9a-f]{64})\"").orElseThrow();
  }

  private static Visit apply(Browser who, String preview, String digest) {
    return who.post(preview + "/application", "digest", digest);
  }

  private static void takeOver(String lines) {
    String preview = upload(lines);
    var done = apply(network, preview, digest(network.get(preview)));
    assertEquals(303, done.status(), done.toString());
  }

  private static String found(Browser who, String list, String name) {
    return who.get(list + "?q=" + name)
        .find("href=\"(" + list + "/\\d+)\"")
        .orElseThrow(() -> new AssertionError("no " + name + " in " + list));
  }

  @Test
  void anAdministratorRecordsTheProofOfAllNamesWithThem() {
    String name = name();
    String preview = upload(line(name, "SMTP;;mail." + name + ";"));
    String proven = preview + "/proven-application";
    assertFalse(network.get(preview).html().contains(proven), "the network role reviews nothing");
    String digest = digest(network.get(preview));
    assertEquals(403, network.post(proven, "digest", digest, "proof", "lijst").status());
    var mirjam = Browser.of("mirjam@routit.example");
    var refused = mirjam.post(proven, "digest", digest, "proof", " ");
    assertEquals(422, refused.status());
    assertTrue(refused.html().contains("href=\"#proof\""), refused.toString());
    var done = mirjam.post(proven, "digest", digest, "proof", "klantenlijst van de relays");
    assertEquals(303, done.status(), done.toString());
    var domain = mirjam.get(found(mirjam, "/backoffice/domains", name));
    assertTrue(domain.says("Vastgelegd door RoutIT"), domain.toString());
    assertTrue(domain.says("klantenlijst van de relays"), domain.toString());
    assertEquals(409, mirjam.post(proven, "digest", digest, "proof", "lijst").status());
  }

  @Test
  void aNameOfAnotherInAFileIsKeptAsAskedFor() {
    String name = name();
    var sanne = Browser.of("sanne@havenkantoor.example");
    var made =
        sanne.post("/domains/new", "name", name, "action", "DO_NOT_MOVE", "dns", "elsewhere");
    var refused =
        network.uploadOne(IMPORTS, SentFile.of("lijst.csv", HEADER + line("www." + name, ";;;")));
    assertEquals(422, refused.status());
    assertTrue(refused.html().contains("/policy#art-3-4"), refused.html());
    var page = network.get("/backoffice" + made.location());
    assertTrue(page.says("Aangevraagd en geweigerd"), page.toString());
    assertTrue(page.says("www." + name) && page.says("Polder Networks"), page.toString());
  }

  /** Held by what is beyond IDNA 2008, in A-labels or as it was read once. */
  @Test
  void aHeldNameIsNotJudgedAnewByHowItIsWritten() {
    String rest = "z" + System.nanoTime() + ".com";
    takeOver(line("xn--i-7iq." + rest, ";;;"));
    var noor = Browser.of("noor@polder.example");
    assertTrue(noor.get("/domains?q=xn--i-7iq." + rest).says("xn--i-7iq." + rest));
    takeOver(line("i❤." + rest, "SMTP;;mail." + rest + ";"));
    // one that is not held is told what to do
    var refused =
        network.uploadOne(IMPORTS, SentFile.of("lijst.csv", HEADER + line("ik❤." + rest, ";;;")));
    assertEquals(422, refused.status());
    assertTrue(refused.says("IDNA 2008"), refused::text);
  }

  @Test
  void aNameComesInUnprovenAndItsServiceActive() {
    String name = name();
    takeOver(line(name, "SMTP;;mail." + name + ";") + line(name, "POP3_BOX;;;info"));
    var noor = Browser.of("noor@polder.example");
    var domain = noor.get(found(noor, "/domains", name));
    assertTrue(domain.says("Mail SMTP"), domain.toString());
    assertTrue(domain.says("Mail pop3 box"), domain.toString());
    assertTrue(domain.says("Nog niet bewezen"), domain.toString());
    var service = noor.get(found(noor, "/mail-services", name));
    assertTrue(service.says("hier niet besteld of bevestigd"), service.toString());
    assertEquals(
        404, Browser.of("daan@brugensluis.example").get(found(noor, "/domains", name)).status());
    assertEquals(200, noor.get(found(noor, "/mail-services", name) + "/change").status());
  }

  @Test
  void aServiceThatBreaksARuleIsActiveAndATaskUntilItIsAccepted() {
    String name = name();
    String lines = line(name, "SMTP;;10.0.0.9;");
    var preview = network.get(upload(lines));
    assertTrue(preview.says("Eén regel is in strijd met het beleid"), preview.toString());
    takeOver(lines);
    var karim = Browser.of("karim@routit.example");
    String path = found(karim, "/backoffice/mail-services", name);
    var page = karim.get(path);
    assertTrue(page.says("overgenomen, in strijd met een regel"), page.toString());
    String version = page.find("name=\"version\" value=\"(\\d+)\"").orElseThrow();
    assertEquals(422, karim.post(path + "/acceptance", "version", version).status());
    assertEquals(409, karim.post(path + "/activation", "version", version, "note", "x").status());
    assertEquals(403, network.post(path + "/acceptance", "version", version).status());
    String[] fields = {"version", version, "why", "gaat in mei weg"};
    assertEquals(303, karim.post(path + "/acceptance", fields).status());
    assertEquals(409, karim.post(path + "/acceptance", fields).status());
    var after = karim.get(path);
    assertTrue(after.says("gaat in mei weg"), after.toString());
    assertFalse(after.says("overgenomen, in strijd met een regel"), after.toString());
  }

  @Test
  void staffEndsWhatItTookOverAndThePartnerIsTold() {
    String name = name();
    takeOver(line(name, "POP3_BOX;;;info"));
    var karim = Browser.of("karim@routit.example");
    var noor = Browser.of("noor@polder.example");
    String own = found(noor, "/mail-services", name);
    String path = "/backoffice" + own;
    var page = karim.get(path);
    assertTrue(page.says("Dienst beëindigen"), page.toString());
    assertTrue(page.says("de laatste actieve maildienst"), page.toString());
    String version = page.find("name=\"version\" value=\"(\\d+)\"").orElseThrow();
    String[] fields = {"version", version, "ending", "op verzoek van de klant"};
    assertEquals(422, karim.post(path + "/ending", "version", version, "ending", " ").status());
    assertEquals(403, network.post(path + "/ending", fields).status());
    assertEquals(403, noor.post(path + "/ending", fields).status());
    assertEquals(303, karim.post(path + "/ending", fields).status());
    assertEquals(409, karim.post(path + "/ending", fields).status());
    var seen = noor.get(own);
    assertTrue(seen.says("heeft de dienst beëindigd."), seen.toString());
    assertTrue(seen.says("op verzoek van de klant"), seen.toString());
    var mail = new Mailbox(karim).of("noor@polder.example");
    assertTrue(mail.says("Mail pop3 box voor " + name + " is beëindigd"), mail.toString());
    assertFalse(karim.get(path).says("Dienst beëindigen"));
    assertTrue(karim.get("/backoffice/log?subject=" + name).says("Maildienst beëindigd door"));
  }

  @Test
  void aNameOfAnotherPartnerStopsAllOfIt() {
    String name = name();
    takeOver(line(name, ";;;"));
    String free = name();
    var answer =
        network.post(
            IMPORTS,
            "text",
            HEADER + line(free, ";;;") + "www." + name + ";Brug & Sluis;;nee;;;;\n");
    assertEquals(422, answer.status());
    assertTrue(answer.says("Aantal regels met fouten: 1"), answer.toString());
    assertTrue(network.get("/backoffice/domains?q=" + free).says("Geen domeinen gevonden."));
    var within =
        network.post(
            IMPORTS, "text", HEADER + line("a." + free, ";;;") + free + ";Brug & Sluis;;nee;;;;\n");
    assertEquals(422, within.status(), "two partners in one file");
  }

  @Test
  void nothingIsTakenOverTwice() {
    String lines = line(name(), "POP3_BOX;;;info");
    String preview = upload(lines);
    String digest = digest(network.get(preview));
    assertEquals(303, apply(network, preview, digest).status());
    assertEquals(409, apply(network, preview, digest).status());
    var again = network.post(IMPORTS, "text", HEADER + lines);
    assertEquals(422, again.status());
    assertTrue(again.says("Deze partner heeft dit al."), again.toString());
  }

  @Test
  void aServiceIsAddedToANameThatIsThere() {
    String name = name();
    takeOver(line(name, "POP3_BOX;;;info"));
    takeOver(line(name, "POP3_BOX;;;post"));
    var page = network.get(found(network, "/backoffice/domains", name));
    assertTrue(page.says("post@" + name), page.toString());
  }

  @Test
  void whatHasChangedSinceThePreviewIsNotTakenOver() {
    String lines = line(name(), ";;;");
    String preview = upload(lines);
    String digest = digest(network.get(preview));
    takeOver(lines);
    assertEquals(409, apply(network, preview, digest).status());
    assertEquals(409, apply(network, upload(line(name(), ";;;")), "x").status());
  }

  @Test
  void onlyNetworkAndAdministratorTakeOver() {
    String preview = upload(line(name(), ";;;"));
    String digest = digest(network.get(preview));
    for (String other :
        new String[] {"oscar@routit.example", "karim@routit.example", "noor@polder.example"}) {
      var who = Browser.of(other);
      assertEquals(403, who.get(IMPORTS).status(), other);
      assertEquals(403, who.post(IMPORTS, "text", HEADER).status(), other);
      assertEquals(403, apply(who, preview, digest).status(), other);
    }
    assertEquals(200, Browser.of("oscar@routit.example").get(preview).status());
    assertEquals(
        404,
        network.get("/backoffice/exemptions/imports/" + preview.replaceAll("\\D", "")).status());
  }

  @Test
  void tenThousandLinesAreJudgedWithinSeconds() {
    String lines =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "veel" + i + ".example;Polder Networks;;nee;POP3_BOX;;;info\n")
            .collect(Collectors.joining());
    var begin = Instant.now();
    String preview = upload(lines);
    assertTrue(network.get(preview).says("10.000 domeinen"), "no preview");
    var took = Duration.between(begin, Instant.now());
    assertTrue(took.toSeconds() < 20, "judged twice in " + took);
  }
}
