package nl.poort25.exemption;

import static nl.poort25.exemption.Asking.ADMINISTRATOR;
import static nl.poort25.exemption.Asking.NETWORK;
import static nl.poort25.exemption.Asking.NOOR;
import static nl.poort25.exemption.Asking.REVIEWER;
import static nl.poort25.exemption.Asking.approve;
import static nl.poort25.exemption.Asking.confirm;
import static nl.poort25.exemption.Asking.lines;
import static nl.poort25.exemption.Asking.sent;
import static nl.poort25.exemption.Asking.source;
import static nl.poort25.exemption.Asking.staffPath;
import static nl.poort25.exemption.Asking.thirdParty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.poort25.it.Browser;
import nl.poort25.it.Mailbox;
import org.junit.jupiter.api.Test;

/** Less is granted than was asked: the rest is a rejection, which says why (4.11). */
class PartialApprovalIT {
  private static final String[] WHY = {
    "refused-cites",
    "A4_4",
    "refused-reason",
    "Van deze staat er niets in de documentatie.",
    "refused-cure",
    "Stuur een pagina mee waarop dit adres staat."
  };

  private final Browser noor = Browser.known(NOOR);
  private final Browser karim = Browser.known(REVIEWER);

  private String number(long id) {
    return karim.get(staffPath(id)).find("<h1>(P25-\\d{4}-\\d{4,})</h1>").orElseThrow();
  }

  @Test
  void eachRefusedLineCitesAnArticleAndSaysWhatWouldChangeIt() {
    String one = source();
    String two = source();
    long id = sent(noor, thirdParty(noor, "ZAK-0904", one + " " + two, "192.0.2.18"));
    var asked = lines(karim.get(staffPath(id)));
    assertEquals(2, asked.size());
    String line = two + " → 192.0.2.18";

    var bare = approve(karim, id, asked.subList(0, 1), "reason", "Eén van de twee.");
    assertEquals(422, bare.status(), "nothing is said of the line that is refused");
    assertTrue(bare.says("portaalregel 4.11"), bare.toString());
    assertTrue(bare.says(line), bare.toString());
    assertTrue(bare.html().contains(">Eén van de twee.</textarea>"), "what was typed is kept");
    var noCure =
        approve(
            karim, id, asked.subList(0, 1), "refused-cites", "A4_4", "refused-reason", "Onbekend.");
    assertEquals(422, noCure.status());
    assertTrue(noCure.html().contains(">Onbekend.</textarea>"), "what was typed is kept");
    assertTrue(noor.get("/exemptions/" + id).says("wacht op besluit"), "nothing was decided");

    assertEquals(303, approve(karim, id, asked.subList(0, 1), WHY).status());
    String number = number(id);
    for (var page : List.of(noor.get("/exemptions/" + id), karim.get(staffPath(id)))) {
      assertTrue(page.says("deels goedgekeurd, nog niet open"), page.toString());
      assertTrue(page.says("Goedgekeurd: " + one + " → 192.0.2.18"), page.toString());
      assertTrue(page.says("Niet goedgekeurd: " + line), page.toString());
      assertTrue(page.says("Van deze staat er niets in de documentatie."), page.toString());
      assertTrue(page.says("beleid, hoofdstuk 4, uitzondering 3"), page.toString());
      assertTrue(page.says("Stuur een pagina mee waarop dit adres staat."), page.toString());
    }
    var english = Browser.of(NOOR).inEnglish().get("/exemptions/" + id);
    assertTrue(english.says("approved in part, not open yet"), english.toString());
    assertTrue(english.says("Not approved: " + line), english.toString());
    assertTrue(english.says("policy, chapter 4, exemption 3"), english.toString());
    for (String list : List.of("/exemptions?q=" + number, "/exemptions?state=partly", "/home")) {
      var page = noor.get(list.equals("/home") ? "/" : list);
      assertTrue(page.says("deels goedgekeurd"), list + ": " + page);
    }
    assertTrue(karim.get("/backoffice/exemptions?state=partly").says(number));
    assertFalse(karim.get("/backoffice/exemptions?state=open").says(number));
    var mail =
        new Mailbox(Browser.known(ADMINISTRATOR)).with(NOOR, number + " is deels goedgekeurd");
    assertTrue(mail.says("- " + one + " → 192.0.2.18"), mail.toString());
    assertTrue(mail.says("- " + line + ": Van deze staat er niets in de documentatie."));
    assertTrue(mail.says("Op grond van: beleid, hoofdstuk 4, uitzondering 3:"), mail.toString());
    assertTrue(
        mail.says("nodig is voor goedkeuring: Stuur een pagina mee waarop dit adres staat."));

    assertEquals(303, confirm(Browser.known(NETWORK), id, "opened").status());
    var open = noor.get("/exemptions/" + id);
    assertTrue(open.says("deels goedgekeurd: dat deel is open"), open.toString());
    assertTrue(open.says("deels goedgekeurd, en dat deel opengezet"), "its ticket: " + open);
  }

  @Test
  void aLineThatDiffersHasItsOwnReason() {
    String one = source();
    String two = source();
    String three = source();
    long id =
        sent(noor, thirdParty(noor, "ZAK-0904", String.join(" ", one, two, three), "192.0.2.18"));
    var asked = lines(karim.get(staffPath(id)));
    String own = asked.get(2);
    var fields = new java.util.ArrayList<>(List.of(WHY));
    fields.addAll(List.of("refused-cites-" + own, "A4_6", "refused-reason-" + own, "Te ruim."));
    fields.addAll(List.of("refused-cure-" + own, "Een kleiner blok."));
    assertEquals(
        303, approve(karim, id, asked.subList(0, 1), fields.toArray(String[]::new)).status());
    var page = noor.get("/exemptions/" + id);
    assertTrue(
        page.says(three + " → 192.0.2.18 Te ruim. Op grond van portaalregel 4.6"), "" + page);
    assertTrue(page.says("Een kleiner blok."), page.toString());
    assertTrue(page.says(two + " → 192.0.2.18 Van deze staat er niets"), page.toString());
  }

  @Test
  void noReasonIsAskedForARuleThatOnlyARefusedLineViolates() {
    String narrow = source();
    long id = sent(noor, thirdParty(noor, "ZAK-0904", narrow + " 198.18.0.0/15", "192.0.2.18"));
    var asked = lines(karim.get(staffPath(id)));
    var wide = approve(karim, id, asked);
    assertEquals(422, wide.status(), "the wide source violates 4.6");
    assertEquals(303, approve(karim, id, asked.subList(0, 1), WHY).status());
    assertFalse(noor.get("/exemptions/" + id).says("Afgeweken van:"), "nothing was set aside");
  }

  @Test
  void aLineOfAnotherRequestIsWiderThanAsked() {
    long id = sent(noor, thirdParty(noor, "ZAK-0904", source(), "192.0.2.18"));
    String elsewhere = source();
    long other = sent(noor, thirdParty(noor, "ZAK-0904", elsewhere, "192.0.2.19"));
    var foreign = lines(karim.get(staffPath(other)));
    var refused = approve(karim, id, foreign, WHY);
    assertEquals(422, refused.status());
    assertTrue(refused.says("portaalregel 4.6"), refused.toString());
    assertTrue(
        refused.says(elsewhere + " → 192.0.2.19 (" + number(other) + ")"), refused.toString());
    assertTrue(noor.get("/exemptions/" + other).says("wacht op besluit"));
  }

  @Test
  void theMailSaysWhatWasSetAsideAndWhy() {
    long id = sent(noor, thirdParty(noor, "ZAK-0904", "198.18.0.0/15", "192.0.2.18"));
    String number = number(id);
    String why = "overrule-SOURCE_IS_NARROW";
    var done =
        approve(
            karim, id, List.of(), why, "Zo groot is hun dienst.", "overrule-SOURCE_IS_PUBLIC", "x");
    assertEquals(303, done.status(), done.toString());
    var mail = new Mailbox(Browser.known(ADMINISTRATOR)).with(NOOR, number + " is goedgekeurd");
    assertTrue(mail.says("portaalregel 4.6). Waarom: Zo groot is hun dienst."), mail.toString());
  }
}
