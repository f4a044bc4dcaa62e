package nl.poort25.abuse;

import static nl.poort25.abuse.Cases.ADMINISTRATOR;
import static nl.poort25.abuse.Cases.AUDITOR;
import static nl.poort25.abuse.Cases.NETWORK;
import static nl.poort25.abuse.Cases.OTHER_PARTNER;
import static nl.poort25.abuse.Cases.PARTNER;
import static nl.poort25.abuse.Cases.PATH;
import static nl.poort25.abuse.Cases.REVIEWER;
import static nl.poort25.abuse.Cases.answer;
import static nl.poort25.abuse.Cases.block;
import static nl.poort25.abuse.Cases.blocked;
import static nl.poort25.abuse.Cases.close;
import static nl.poort25.abuse.Cases.investigate;
import static nl.poort25.abuse.Cases.judge;
import static nl.poort25.abuse.Cases.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.poort25.it.Browser;
import nl.poort25.it.Mailbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the block to the end of the investigation. */
class AbuseCaseIT {
  private static Browser karim;
  private static Browser daan;

  @BeforeAll
  static void start() {
    karim = Browser.of(REVIEWER);
    daan = Browser.of(PARTNER);
  }

  @AfterEach
  void end() {
    Cases.endAll();
  }

  @Test
  void aBlockTellsThePartnerAndShowsWhatIsToBeDone() {
    long id = blocked(karim, "192.0.2.64 192.0.2.65", "note", "intern verhaal");
    var page = daan.get("/abuse/" + id);
    assertTrue(page.says("Spam in het log van de relay."), page.toString());
    assertTrue(page.says("192.0.2.64 , 192.0.2.65") || page.says("192.0.2.64, 192.0.2.65"));
    assertFalse(page.html().contains("intern verhaal"));
    assertFalse(page.html().contains("Karim"), "staff has no names for a partner");
    assertTrue(daan.get("/abuse").says("AB-20"));
    var mail = new Mailbox(karim).of(PARTNER);
    assertTrue(mail.says("poort 25 gaat dicht voor 192.0.2.64, 192.0.2.65"), mail.toString());
    var staff = karim.get(PATH + id);
    assertTrue(staff.says("intern verhaal"));
    assertTrue(staff.says("nog niet bevestigd"), staff.toString());
    assertTrue(staff.find("(P25-\\d{4}-\\d{4})").isPresent());
  }

  @Test
  void thePageBeforeShowsWhoHoldsTheAddressAndWhatStandsInTheWay() {
    var good = karim.get(PATH + "new?addresses=192.0.2.66");
    assertTrue(good.says("Brug & Sluis"), good.toString());
    assertTrue(good.html().contains("Nu blokkeren"));
    var nobody = karim.get(PATH + "new?addresses=192.0.2.200");
    assertTrue(nobody.says("Dit adres is van geen enkele partner: 192.0.2.200."));
    assertFalse(nobody.html().contains("Nu blokkeren"));
    var two = block(karim, "192.0.2.66 192.0.2.61");
    assertEquals(422, two.status());
    assertTrue(two.says("verschillende verbindingen"), two.toString());
    assertEquals(422, block(karim, "192.0.2.64/29").status());
    assertEquals(422, block(karim, "").status());
  }

  @Test
  void anAddressIsInOneOpenCaseHoweverOftenItIsSent() {
    long id = blocked(karim, "192.0.2.67");
    var again = block(karim, "192.0.2.67");
    assertEquals(422, again.status());
    assertTrue(again.says("Al geblokkeerd in een open zaak: 192.0.2.67"), again.toString());
    assertTrue(again.html().contains(PATH + id));
  }

  @Test
  void manyAtTheSameMomentOpenOneCase() {
    var tries =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> block(karim, "192.0.2.68")))
            .toList();
    var done = tries.stream().map(CompletableFuture::join).toList();
    var opened = done.stream().filter(v -> v.status() == 303).toList();
    assertEquals(1, opened.size(), done.toString());
    assertTrue(done.stream().allMatch(v -> v.status() == 303 || v.status() == 422));
    blockedAlready(opened.get(0).location());
  }

  private static void blockedAlready(String path) {
    long id = Long.parseLong(path.substring(PATH.length()));
    investigate(id, Browser.of(REVIEWER));
    assertEquals(303, close(Browser.of(ADMINISTRATOR), id).status());
  }

  @Test
  void whatThePartnerReadsHasNoMailAddress() {
    var refused = block(karim, "192.0.2.69", "reason", "Klacht van jan@klacht.example over spam");
    assertEquals(422, refused.status());
    assertTrue(refused.says("Dit bevat een e-mailadres: jan@klacht.example"), refused.toString());
    assertTrue(refused.html().contains("over spam</textarea>"), "what was typed is kept");
  }

  @Test
  void theChecklistIsAnsweredJudgedAndAnsweredAnew() {
    long id = blocked(karim, "192.0.2.64");
    assertEquals(422, answer(daan, id, ItemKind.CAUSE, " ").status());
    assertEquals(303, answer(daan, id, ItemKind.CAUSE, "zwak wachtwoord").status());
    var refused = judge(karim, id, ItemKind.CAUSE, AnswerReview.NOT_ACCEPTED, " ");
    assertEquals(422, refused.status());
    assertEquals(
        303, judge(karim, id, ItemKind.CAUSE, AnswerReview.NOT_ACCEPTED, "Welk account?").status());
    var page = daan.get("/abuse/" + id);
    assertTrue(page.says("Niet aanvaard Welk account?"), page.toString());
    assertTrue(new Mailbox(karim).of(PARTNER).says("Oorzaak is niet aanvaard"));
    assertEquals(303, answer(daan, id, ItemKind.CAUSE, "account info").status());
    assertEquals(303, judge(karim, id, ItemKind.CAUSE, AnswerReview.ACCEPTED, "").status());
    assertEquals(422, answer(daan, id, ItemKind.CAUSE, "toch anders").status());
    var notYet = karim.get(PATH + id);
    assertTrue(notYet.says("Nog niet aanvaard: punt 2, 3, 4, 5."), notYet.toString());
  }

  @Test
  void anAnswerThatChangedMeanwhileIsNotSignedUnseen() {
    long id = blocked(karim, "192.0.2.65");
    answer(daan, id, ItemKind.PROOF, "log van maandag");
    String seen = Cases.version(karim, PATH + id, ItemKind.PROOF);
    answer(daan, id, ItemKind.PROOF, "log van dinsdag");
    var answer =
        karim.post(
            PATH + id + "/judgements",
            "version-PROOF",
            seen,
            "judgement-PROOF",
            "ACCEPTED",
            "judgement-CAUSE",
            "",
            "why-PROOF",
            "kort maar goed");
    assertEquals(422, answer.status());
    assertTrue(answer.says("Dit punt is gewijzigd"), answer.toString());
    assertTrue(answer.says("kort maar goed"), "what was typed stays");
    assertTrue(karim.get(PATH + id).says("wacht op oordeel"));
  }

  @Test
  void theAnswersAreOneForm() {
    long id = blocked(karim, "192.0.2.65");
    String path = "/abuse/" + id;
    String[] typed = {
      "version-CAUSE",
      Cases.version(daan, path, ItemKind.CAUSE),
      "answer-CAUSE",
      "een lek",
      "version-PROOF",
      Cases.version(daan, path, ItemKind.PROOF),
      "answer-PROOF",
      "x".repeat(3001)
    };
    var refused = daan.post(path + "/answers", typed);
    assertEquals(422, refused.status());
    assertTrue(refused.says("een lek"), refused.toString());
    assertFalse(karim.get(PATH + id).says("een lek"), "nothing is sent where something is wrong");
    typed[7] = "  nog uitzoeken\nmorgen ";
    assertEquals(303, daan.post(path + "/answers", with(typed, "do", "keep")).status());
    var kept = daan.get(path);
    assertTrue(kept.says("Uw antwoorden zijn bewaard, maar nog niet verstuurd."), kept.toString());
    assertTrue(kept.says("een lek") && kept.says("nog uitzoeken"), kept.toString());
    assertFalse(karim.get(PATH + id).says("uitzoeken"), "staff sees no draft");
    assertEquals(303, daan.post(path + "/answers", typed).status());
    var staff = karim.get(PATH + id);
    assertTrue(staff.says("een lek") && staff.says("nog uitzoeken"), staff.toString());
    assertFalse(daan.get(path).says("Bewaard, nog niet verstuurd."));
    assertEquals(422, daan.post(path + "/answers", "do", "send").status(), "nothing is new");
    var half =
        karim.post(
            PATH + id + "/judgements",
            "version-CAUSE",
            Cases.version(karim, PATH + id, ItemKind.CAUSE),
            "judgement-CAUSE",
            "ACCEPTED",
            "version-PROOF",
            Cases.version(karim, PATH + id, ItemKind.PROOF),
            "judgement-PROOF",
            "NOT_ACCEPTED");
    assertEquals(422, half.status(), "a refusal says why");
    assertTrue(half.find("value=\"ACCEPTED\"( checked=\"checked\")").isPresent(), half.toString());
  }

  private static String[] with(String[] form, String name, String value) {
    var more = new ArrayList<>(List.of(form));
    more.addAll(List.of(name, value));
    return more.toArray(String[]::new);
  }

  @Test
  void withoutEveryItemNothingCloses() {
    long id = blocked(karim, "192.0.2.66");
    var refused = karim.post(PATH + id + "/closure", "version", "0", "conclusion", "klaar");
    assertEquals(422, refused.status());
    assertTrue(refused.says("Het onderzoek is volledig"), refused.toString());
    assertTrue(daan.get("/abuse/" + id).says("Open"));
  }

  @Test
  void theSecondCaseOnAnAddressIsClosedByASecondPerson() {
    long first = blocked(karim, "192.0.2.61");
    investigate(first, karim);
    // it may be the first on this address or, where the tests ran before, a later one
    close(Browser.of(ADMINISTRATOR), first);
    long second = blocked(karim, "192.0.2.61");
    assertTrue(karim.get(PATH + second).says("binnen een jaar"));
    investigate(second, karim);
    var refused =
        karim.post(
            PATH + second + "/closure", "version", caseVersion(second), "conclusion", "klaar");
    assertEquals(422, refused.status());
    assertTrue(refused.says("Bij herhaling sluit een ander af"), refused.toString());
    assertTrue(refused.says("Karim Bos"));
    assertEquals(303, close(Browser.of(ADMINISTRATOR), second).status());
  }

  private static String caseVersion(long id) {
    return version(Browser.of(ADMINISTRATOR), id, "closure");
  }

  @Test
  void anEndIsToldAndHappensOnce() {
    long id = blocked(karim, "192.0.2.70");
    investigate(id, karim);
    var mirjam = Browser.of(ADMINISTRATOR);
    String version = version(mirjam, id, "closure");
    assertEquals(303, close(mirjam, id).status());
    assertEquals(
        409, karim.post(PATH + id + "/closure", "version", version, "conclusion", "ook").status());
    var page = daan.get("/abuse/" + id);
    assertTrue(page.says("Het onderzoek is afgesloten."), page.toString());
    assertTrue(page.says("Opgelost."));
    assertTrue(new Mailbox(karim).of(PARTNER).says("is afgesloten: 192.0.2.70"));
    assertEquals(409, answer(daan, id, ItemKind.CAUSE, "nog iets").status());
    assertEquals(303, block(karim, "192.0.2.70").status(), "the address is free for a new case");
    endLast();
  }

  private void endLast() {
    String path =
        karim
            .get(PATH + "new?addresses=192.0.2.70")
            .find("href=\"" + PATH + "(\\d+)\"")
            .orElseThrow();
    blockedAlready(PATH + path);
  }

  @Test
  void theNetworkRoleConfirmsThatTheBlockIsInForce() {
    long id = blocked(karim, "192.0.2.71");
    var lieke = Browser.of(NETWORK);
    String version = version(lieke, id, "enforcement");
    assertEquals(422, lieke.post(PATH + id + "/enforcement", "version", version).status());
    assertEquals(
        303,
        lieke
            .post(PATH + id + "/enforcement", "version", version, "note", "van buiten geprobeerd")
            .status());
    assertTrue(karim.get(PATH + id).says("Lieke Smit : van buiten geprobeerd"));
    var page = daan.get("/abuse/" + id);
    assertTrue(page.says("in werking"), page.toString());
    assertFalse(page.html().contains("van buiten geprobeerd"));
    assertEquals(
        409,
        lieke.post(PATH + id + "/enforcement", "version", version, "note", "nog eens").status());
  }

  @Test
  void aStrangerFindsNothing() {
    long id = blocked(karim, "192.0.2.64");
    var noor = Browser.of(OTHER_PARTNER);
    assertEquals(404, noor.get("/abuse/" + id).status());
    assertEquals(
        404,
        noor.post("/abuse/" + id + "/answers", "version-CAUSE", "0", "answer-CAUSE", "x").status());
    assertFalse(noor.get("/abuse").html().contains("/abuse/" + id + "\""));
    assertEquals(404, daan.get("/abuse/999999999").status());
    assertEquals(422, daan.post("/abuse/" + id + "/answers", "answer-NOTHING", "x").status());
    assertEquals(403, karim.get("/abuse").status());
  }

  @Test
  void everyActNeedsItsRole() {
    long id = blocked(karim, "192.0.2.65");
    String[] form = {"version", "0", "note", "x", "conclusion", "x", "judgement", "ACCEPTED"};
    for (var who : List.of(Browser.of(AUDITOR), daan)) {
      for (String verb : List.of("/enforcement", "/closure", "/judgements")) {
        assertEquals(403, who.post(PATH + id + verb, form).status(), verb);
      }
      assertEquals(403, block(who, "192.0.2.66").status());
    }
    var lieke = Browser.of(NETWORK);
    assertEquals(403, lieke.post(PATH + id + "/closure", form).status());
    assertEquals(403, lieke.post(PATH + id + "/judgements", form).status());
    assertEquals(403, karim.post(PATH + id + "/enforcement", form).status());
    var read = Browser.of(AUDITOR).get(PATH + id);
    assertEquals(200, read.status());
    assertFalse(read.html().contains("method=\"post\" action=\"/backoffice"), "an auditor reads");
    assertEquals(403, daan.get(PATH + id).status());
  }

  @Test
  void noOtherSiteBlocksOrCloses() {
    long id = blocked(karim, "192.0.2.66");
    for (String path :
        List.of("new", id + "/closure", id + "/enforcement", id + "/judgements", "reports")) {
      var visit =
          karim.send(
              Browser.request(PATH + path)
                  .header("Origin", "https://evil.example")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("addresses=192.0.2.67&reason=x&version=0")));
      assertEquals(403, visit.status(), path);
    }
  }

  @Test
  void theListShowsWhatIsOpenFirstAndFindsAnAddress() {
    long id = blocked(karim, "192.0.2.67");
    var all = karim.get(PATH.substring(0, PATH.length() - 1));
    assertEquals(String.valueOf(id), all.find("href=\"" + PATH + "(\\d+)\"").orElseThrow());
    assertTrue(
        karim
            .get("/backoffice/abuse?q=192.0.2.64%2F29&state=open")
            .html()
            .contains(PATH + id + "\""));
    assertFalse(karim.get("/backoffice/abuse?q=192.0.2.96%2F28").html().contains(PATH + id + "\""));
    assertFalse(karim.get("/backoffice/abuse?state=closed").html().contains(PATH + id + "\""));
  }
}
