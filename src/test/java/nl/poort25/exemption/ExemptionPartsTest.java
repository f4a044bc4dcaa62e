package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.policy.Article;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.Finding;
import nl.poort25.policy.Verdict;
import nl.poort25.text.Text;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;
import org.junit.jupiter.api.Test;

/** What the parts of the pages of exemptions show. */
class ExemptionPartsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final HeldPointDifferences NONE_HELD = new HeldPointDifferences(List.of(), false);

  private final Partner partner = new Partner("Brug & Sluis", NOW);
  private final Account lieke =
      new Account(null, "lieke@routit.example", "Lieke", Set.of(Role.NETWORK), "nl", NOW);
  private final Exemption exemption =
      new Exemption(ExemptionKind.OWN_MAIL_SERVICE, false, partner, lieke, NOW);

  private static Verdict violated(ExemptionRule rule) {
    return new Verdict(List.of(new Finding(rule, List.of("192.0.2.61"))));
  }

  @Test
  void aRequestIsSentWithWhatStaffMaySetAsideAlone() {
    var overrulable = rule(true);
    var open = new RequestCheck(List.of(), violated(overrulable));
    assertTrue(open.isSendable());
    assertEquals(Text.of("exemption.check.violated", 1), open.lead());
    assertEquals("exemption.check.send-anyway", open.submit().key());
    assertEquals(overrulable.name(), open.violations());
    var blocked = new RequestCheck(List.of(), violated(rule(false)));
    assertFalse(blocked.isSendable());
    assertEquals("exemption.check.blocked", blocked.lead().key());
  }

  private static ExemptionRule rule(boolean overrulable) {
    return List.of(ExemptionRule.values()).stream()
        .filter(rule -> rule.canBeOverruled() == overrulable)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsMissingComesFirst() {
    var holds = new Verdict(List.of());
    var missing = new RequestCheck(List.of(RequestStep.USE, RequestStep.CONTACT), holds);
    assertFalse(missing.isSendable());
    assertEquals("exemption.check.incomplete", missing.lead().key());
    assertEquals(RequestStep.USE, missing.next());
    var complete = new RequestCheck(List.of(), holds);
    assertTrue(complete.isSendable());
    assertNull(complete.next());
    assertEquals("exemption.check.holds", complete.lead().key());
    assertEquals("exemption.check.send", complete.submit().key());
  }

  @Test
  void theFieldsOfALineAreOpenWhereSomethingIsWrittenOrWrong() {
    var sent = new MultivaluedHashMap<String, String>();
    assertFalse(refused(sent).isOpen(new FormErrors()));
    var wrong = new FormErrors().add("refused-cure", "exemption.refuse");
    assertTrue(refused(sent).isOpen(wrong));
    sent.putSingle("refused-reason", "Te ruim.");
    assertTrue(refused(sent).isOpen(new FormErrors()));
  }

  @Test
  void aRefusalRestsOnWhatWasSuggestedUntilSomebodyChooses() {
    var sent = new MultivaluedHashMap<String, String>();
    assertTrue(refused(sent).rests(Article.A4_6, Article.A4_6));
    assertFalse(refused(sent).rests(Article.A4_6, null));
    sent.putSingle("refused-cites", "A4_4");
    assertFalse(refused(sent).rests(Article.A4_6, Article.A4_6));
    assertTrue(refused(sent).rests(Article.A4_4, Article.A4_6));
  }

  private static DecisionForm.Refused refused(MultivaluedHashMap<String, String> sent) {
    return new DecisionForm(new SentForm(sent)).getRefused();
  }

  @Test
  void aLineIsSaidToDifferOnlyWhereSomethingWasGranted() {
    var decision = new Decision(exemption, Decision.Kind.APPROVAL, lieke, null, NOW);
    var open = new Opening(exemption, new Flow(null, Cidr.of("192.0.2.61")), true);
    var closed = new Opening(exemption, new Flow(null, Cidr.of("192.0.2.62")), true);
    assertNull(line(open).differs());
    open.approve(decision, NOW);
    open.confirmOpened(lieke, "gezien", NOW);
    closed.approve(decision, NOW);
    exemption.follow(List.of(open, closed), NOW);
    assertEquals("192.0.2.61", line(open).words());
    assertEquals("exemption.opening.OPEN", line(open).differs().key());
    assertNull(line(closed).differs());
    assertNull(line(closed).seen());
  }

  private OpeningLine line(Opening opening) {
    return OpeningLine.of(opening, exemption, new HashMap<>(), NONE_HELD);
  }

  @Test
  void onlyWhatTellsSomethingIsSaidOfWhatWasSeen() {
    assertTrue(OutsideCheckStatus.PROVEN.isConclusive());
    assertTrue(OutsideCheckStatus.SILENT.isConclusive());
    assertFalse(OutsideCheckStatus.MUTE.isConclusive());
    assertFalse(OutsideCheckStatus.NOT_TRIED.isConclusive());
  }

  @Test
  void aDraftIsSaidToBeOne() {
    assertTrue(exemption.isDraft());
    assertEquals("exemption.state.DRAFT", NONE_HELD.said(exemption, List.of()).key());
    assertEquals("none", NONE_HELD.sign(exemption, List.of()));
    exemption.withdraw(NOW);
    assertFalse(exemption.isDraft());
  }
}
