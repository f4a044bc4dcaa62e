package nl.poort25.takeover;

import static nl.poort25.exemption.Asking.ADMINISTRATOR;
import static nl.poort25.exemption.Asking.AUDITOR;
import static nl.poort25.exemption.Asking.NETWORK;
import static nl.poort25.exemption.Asking.NOOR;
import static nl.poort25.exemption.Asking.REVIEWER;
import static nl.poort25.exemption.Asking.source;
import static nl.poort25.exemption.Asking.staffPath;
import static nl.poort25.exemption.Asking.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.poort25.abuse.Cases;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Browser.SentFile;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was open before the portal knew of it: previewed, taken over, judged and not closed. */
class TakingOverIT {
  private static final String IMPORTS = "/backoffice/exemptions/imports";
  private static final String HEADER = "address;source;connection;kind;since;host\n";
  private static Browser network;
  private static Browser reviewer;

  @BeforeAll
  static void start() {
    network = Browser.of(NETWORK);
    reviewer = Browser.of(REVIEWER);
    enforce();
  }

  /** From the first line that is confirmed by hand on, the portal decides what is open. */
  private static void enforce() {
    var sanne = Browser.of(Asking.SANNE);
    long id = Asking.open(sanne, "ZAK-0331", "192.0.2.102");
    assertEquals(303, Asking.withdraw(sanne, id).status());
    assertEquals(303, Asking.confirm(network, id, "closed").status());
  }

  /** As the network role sees it done. */
  private static void isOpened(long id) {
    var done = Asking.confirm(network, id, "opened");
    assertEquals(303, done.status(), done.toString());
  }

  private static String thirdParty(String address, String from) {
    return address + ";" + from + ";ZAK-0904;derde partij;2019-05-31;Filter BV\n";
  }

  /** The path of the preview. */
  private static String upload(String lines) {
    var answer = network.uploadOne(IMPORTS, SentFile.of("lijst.csv", HEADER + lines));
    assertEquals(303, answer.status(), answer.toString());
    return answer.location();
  }

  private static Visit apply(Browser who, String preview, String digest) {
    return who.post(preview + "/application", "digest", digest);
  }

  private static String digest(Visit page) {
    return page.find("name=\"digest\" value=\"([0-9a-f]{64})\"").orElseThrow();
  }

  private static void takeOver(String lines) {
    String preview = upload(lines);
    var done = apply(reviewer, preview, digest(reviewer.get(preview)));
    assertEquals(303, done.status(), done.toString());
  }

  /** The newest exemption with that destination, of those that need no acceptance or do. */
  private static long newest(String query) {
    return Long.parseLong(
        network
            .get("/backoffice/exemptions?" + query)
            .find("href=\"/backoffice/exemptions/(\\d+)\"")
            .orElseThrow());
  }

  @Test
  void whatWasOpenIsOpenOnceThatIsSeenAndSaysWhoTookItOver() {
    String from = source();
    String preview = upload(thirdParty("192.0.2.17", from));
    var page = reviewer.get(preview);
    assertTrue(page.says("1 uitzondering die als open geldt"), page.toString());
    assertFalse(page.says("in strijd met het beleid"), page.toString());
    assertEquals(303, apply(reviewer, preview, digest(page)).status());
    long id = newest("q=192.0.2.17");
    var staff = Browser.of(REVIEWER).get(staffPath(id));
    assertEquals(200, staff.status(), staff.toString());
    for (String said : new String[] {"Overgenomen", "Karim", from, "niet bekend"}) {
      assertTrue(staff.says(said), said + " in " + staff);
    }
    isOpened(id);
    var partner = Browser.of(NOOR).get("/exemptions/" + id);
    assertTrue(partner.says("Deze opening bestond al"), partner.toString());
    assertTrue(
        partner.says("Bevestigen dat dit nog nodig is"),
        "it is to be confirmed every year: " + partner);
    assertEquals(404, Browser.of(Asking.DAAN).get("/exemptions/" + id).status());
    var ticket = partner.find("(P25-\\d{4}-\\d+)").orElseThrow();
    assertTrue(Browser.of(NOOR).get("/tickets?state=closed").says(ticket), "no closed ticket");
  }

  @Test
  void whatBreaksARuleIsTakenOverAndIsATaskUntilItIsAccepted() {
    String from = source();
    String preview = upload(thirdParty("192.0.2.220", from));
    var page = reviewer.get(preview);
    assertTrue(page.says("Eén regel is in strijd met het beleid"), page.toString());
    assertEquals(303, apply(reviewer, preview, digest(page)).status());
    long id = newest("task=to_accept");
    assertTrue(network.get("/backoffice").says("in strijd met een regel"));
    String path = staffPath(id) + "/acceptance";
    var shown = reviewer.get(staffPath(id));
    String version = version(shown);
    assertEquals(422, reviewer.post(path, "version", version).status());
    assertEquals(403, network.post(path, "version", version).status());
    assertEquals(403, Browser.of(AUDITOR).post(path, "version", version).status());
    String[] reasons = {
      "version", version, "overrule-DESTINATION_IS_ON_THE_CONNECTION", "verhuist"
    };
    var done = reviewer.post(path, reasons);
    assertEquals(303, done.status(), done.toString());
    assertEquals(409, reviewer.post(path, reasons).status());
    var after = reviewer.get(staffPath(id));
    assertTrue(after.says("Blijft open, in afwijking van het beleid"), after.toString());
    assertTrue(after.says("verhuist"), after.toString());
    assertFalse(
        network.get("/backoffice/exemptions?task=to_accept").html().contains(staffPath(id) + "\""));
  }

  @Test
  void endingItIsTheOtherWay() {
    takeOver(thirdParty("192.0.2.221", source()));
    long id = newest("task=to_accept&q=192.0.2.221");
    isOpened(id);
    var ended =
        reviewer.post(
            staffPath(id) + "/ending",
            "version",
            version(reviewer.get(staffPath(id))),
            "end-reason",
            "hoort hier niet");
    assertEquals(303, ended.status(), ended.toString());
    assertTrue(
        network
            .get("/backoffice/exemptions?task=to_accept&q=192.0.2.221")
            .says("Geen uitzondering"));
    assertTrue(
        network.get(staffPath(id)).says("Te sluiten in het netwerk"),
        "the network still has to close it");
  }

  @Test
  void nothingIsTakenOverTwice() {
    String line = thirdParty("192.0.2.18", source());
    String preview = upload(line);
    String digest = digest(reviewer.get(preview));
    assertEquals(303, apply(reviewer, preview, digest).status());
    assertEquals(409, apply(reviewer, preview, digest).status());
    var again = network.post(IMPORTS, "text", HEADER + line);
    assertEquals(422, again.status());
    assertTrue(again.says("Deze opening staat al in P25-"), again.toString());
  }

  @Test
  void whatHasChangedSinceThePreviewIsNotTakenOver() {
    String line = thirdParty("192.0.2.19", source());
    String preview = upload(line);
    String digest = digest(reviewer.get(preview));
    takeOver(line);
    assertEquals(409, apply(reviewer, preview, digest).status());
    var stale = network.get(preview);
    assertTrue(stale.says("Deze opening staat al in P25-"), stale.toString());
    assertEquals(409, apply(reviewer, upload(thirdParty("192.0.2.19", source())), "0").status());
  }

  @Test
  void aFaultInOneLineStopsAllOfThem() {
    String good = source();
    var answer =
        network.post(
            IMPORTS,
            "text",
            HEADER
                + thirdParty("192.0.2.20", good)
                + "192.0.2.0/24;;ZAK-0904;colocation;2019-05-31;\n"
                + "192.0.2.20;;ZAK-0;colocation;2019-05-31;\n");
    assertEquals(422, answer.status());
    assertTrue(answer.says("Aantal regels met fouten: 2"), answer.toString());
    assertTrue(answer.says("Er is geen verbinding met dit kenmerk: ZAK-0."), answer.toString());
    assertTrue(answer.html().contains(good), "what was typed is kept");
    assertEquals(422, network.post(IMPORTS, "text", "").status());
  }

  @Test
  void theNetworkRoleUploadsAndAReviewerConfirms() {
    String preview = upload(thirdParty("192.0.2.21", source()));
    String digest = digest(reviewer.get(preview));
    for (String other : new String[] {AUDITOR, REVIEWER, NOOR}) {
      var who = Browser.of(other);
      assertEquals(403, who.get(IMPORTS).status(), other);
      assertEquals(403, who.post(IMPORTS, "text", HEADER).status(), other);
    }
    for (String other : new String[] {AUDITOR, NETWORK, NOOR}) {
      assertEquals(403, apply(Browser.of(other), preview, digest).status(), other);
    }
    assertFalse(network.get(preview).html().contains("/application"), "offered to who uploaded it");
    assertTrue(
        reviewer.get("/backoffice").html().contains(IMPORTS + "/"), "no task for a reviewer");
    assertEquals(200, Browser.of(AUDITOR).get(preview).status());
    assertEquals(403, Browser.of(NOOR).get(preview).status());
    assertEquals(404, network.get(IMPORTS + "/999999").status());
    assertEquals(303, apply(Browser.of(ADMINISTRATOR), preview, digest).status());
  }

  @Test
  void nobodyConfirmsWhatHeUploadedHimself() {
    var mirjam = Browser.of(ADMINISTRATOR);
    String file = HEADER + thirdParty("192.0.2.22", source());
    String preview = mirjam.uploadOne(IMPORTS, SentFile.of("lijst.csv", file)).location();
    String digest = digest(reviewer.get(preview));
    assertEquals(403, apply(mirjam, preview, digest).status());
    assertEquals(303, apply(reviewer, preview, digest).status());
  }

  @Test
  void whatIsWithdrawnIsNotTakenOver() {
    String preview = upload(thirdParty("192.0.2.22", source()));
    String digest = digest(reviewer.get(preview));
    assertEquals(303, network.post(preview + "/withdrawal").status());
    assertEquals(409, apply(reviewer, preview, digest).status());
    assertEquals(409, network.post(preview + "/withdrawal").status());
    assertFalse(reviewer.get(preview).html().contains("name=\"digest\""));
  }

  /** What the portal refuses as a line, with the number or address that its sentence names. */
  private static void assertRefused(String line, String fault, String found) {
    var answer = network.post(IMPORTS, "text", HEADER + line);
    assertEquals(422, answer.status());
    assertTrue(answer.says(fault) && answer.says(found), answer.toString());
  }

  @Test
  void anAddressOutsideTheNetworkIsAFault() {
    assertRefused(thirdParty("9.9.9.9", source()), "Dit adres ligt in geen prefix", "9.9.9.9");
  }

  @Test
  void whatWasRefusedOrClosedHereIsAFault() {
    var noor = Browser.of(NOOR);
    String from = source();
    long id = Asking.sent(noor, Asking.thirdParty(noor, "ZAK-0904", from, "192.0.2.23"));
    var page = reviewer.get(staffPath(id));
    String number = page.find("<h1>(P25-\\d{4}-\\d+)").orElseThrow();
    var rejected =
        reviewer.post(
            staffPath(id) + "/rejection",
            "version",
            version(page),
            "no-reason",
            "niet goed beheerd",
            "cites",
            "A4_4",
            "cure",
            "laat zien hoe");
    assertEquals(303, rejected.status(), rejected.toString());
    assertRefused(
        thirdParty("192.0.2.23", from), "Dit is in de portal afgewezen of gesloten", number);
    String wider = "192.0.2.23;;ZAK-0904;eigen maildienst;2019-05-31;\n";
    assertRefused(wider, "Dit is in de portal afgewezen of gesloten", number);
    upload(thirdParty("192.0.2.23", source())); // from elsewhere nobody refused it
  }

  @Test
  void aBlockedAddressAndAPartnerUnderInvestigationAreFaults() {
    long id = Cases.blocked(Browser.of(REVIEWER), "192.0.2.71");
    try {
      String number = reviewer.get(Cases.PATH + id).find("<h1>(AB-\\d{4}-\\d+)").orElseThrow();
      String blocked = "192.0.2.71;;ZAK-1017;eigen maildienst;2019-05-31;\n";
      assertRefused(blocked, "Dit adres is geblokkeerd wegens misbruik", number);
      String other = "192.0.2.64;;ZAK-1017;eigen maildienst;2019-05-31;\n";
      assertRefused(other, "Deze partner wordt onderzocht", number);
    } finally {
      Cases.endAll();
    }
  }

  @Test
  void tenThousandLinesAreJudgedWithinSeconds() {
    String lines =
        IntStream.range(0, 10_000)
            .mapToObj(
                i -> thirdParty("192.0.2." + (16 + i % 8), "8." + i / 250 + "." + i % 250 + ".1"))
            .collect(Collectors.joining());
    var begin = Instant.now();
    String preview = upload(lines);
    assertTrue(reviewer.get(preview).says("Deze 10.000 regels worden"), "no preview");
    var took = Duration.between(begin, Instant.now());
    assertTrue(took.toSeconds() < 20, "judged twice in " + took);
  }
}
