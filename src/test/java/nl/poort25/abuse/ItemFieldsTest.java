package nl.poort25.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionKind;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;
import org.junit.jupiter.api.Test;

/** What the two forms of a checklist show of each item. */
class ItemFieldsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final ItemKind KIND = ItemKind.CAUSE;

  private final Partner partner = new Partner("Havenkantoor ICT", NOW);
  private final Account sanne =
      new Account(partner, "sanne@a.example", "Sanne", Set.of(Role.PARTNER_USER), "nl", NOW);
  private final AbuseCase opened =
      new AbuseCase(
          "AB-2026-0001",
          new Connection("ZAK-1", ConnectionKind.BUSINESS_LINE, partner, null, null, NOW),
          List.of(Cidr.of("192.0.2.10")),
          null,
          "Spam.",
          null,
          sanne,
          NOW);
  private final InvestigationItem item = opened.item(KIND);
  private final MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();

  private InvestigationForm form() {
    return new InvestigationForm(new SentForm(sent), new FormErrors());
  }

  private AnswerField field(InvestigationForm form) {
    return AnswerField.of(opened, form).stream()
        .filter(field -> field.item() == item)
        .findFirst()
        .orElseThrow();
  }

  private JudgementField judged(InvestigationForm form) {
    return JudgementField.of(opened, form).stream()
        .filter(field -> field.item() == item)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsToAnswerIsUnfoldedAndWhatWaitsForStaffIsNot() {
    assertTrue(field(null).isAsked());
    assertTrue(field(null).isUnfolded());
    item.answer("Een gat.", sanne, NOW);
    assertTrue(field(null).isAsked());
    assertFalse(field(null).isUnfolded());
    item.saveDraft("Twee gaten.");
    assertTrue(field(null).isUnfolded());
    item.judge(AnswerReview.ACCEPTED, null, sanne, NOW);
    assertFalse(field(null).isAsked());
  }

  @Test
  void whatWasTypedComesBeforeWhatWasKeptAndThatBeforeTheAnswer() {
    assertNull(field(null).text());
    item.answer("Een gat.", sanne, NOW);
    assertEquals("Een gat.", field(null).text());
    item.saveDraft("Twee gaten.");
    assertEquals("Twee gaten.", field(null).text());
    sent.putSingle("answer-" + KIND, "Drie gaten.");
    assertEquals("Drie gaten.", field(form()).text());
    assertFalse(field(form()).wrong());
  }

  @Test
  void aRefusedJudgementKeepsWhatWasChosen() {
    sent.putSingle("judgement-" + KIND, "NOT_ACCEPTED");
    sent.putSingle("why-" + KIND, "Welk gat?");
    var typed = judged(form());
    assertTrue(typed.isChosen(AnswerReview.NOT_ACCEPTED));
    assertFalse(typed.isChosen(AnswerReview.ACCEPTED));
    assertEquals("Welk gat?", typed.why());
    var fresh = judged(null);
    assertFalse(fresh.isChosen(AnswerReview.NOT_ACCEPTED));
    assertTrue(fresh.isUnfolded());
  }

  @Test
  void whatIsAcceptedIsFoldedUntilTheFormIsRefused() {
    item.answer("Een gat.", sanne, NOW);
    item.judge(AnswerReview.ACCEPTED, null, sanne, NOW);
    assertFalse(judged(null).isUnfolded());
    assertTrue(judged(form()).isUnfolded());
  }
}
