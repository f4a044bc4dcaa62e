package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;
import org.junit.jupiter.api.Test;

/** Each step reads what was sent, and shows again what it has read. */
class StepFormTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Map<String, String> SERVERS =
      Map.of(
          "host-0", "mx1.brug.example",
          "ipv4-0", "192.0.2.61",
          "ipv6-0", "",
          "product-0", "Postfix",
          "manager-0", "wij",
          "host-1", "",
          "host-2", "");

  private final Exemption draft = draft(ExemptionKind.THIRD_PARTY);
  private final FormErrors errors = new FormErrors();

  private static Exemption draft(ExemptionKind kind) {
    var partner = new Partner("Brug & Sluis", NOW);
    var daan =
        new Account(partner, "daan@brug.example", "Daan", Set.of(Role.PARTNER_ADMIN), "nl", NOW);
    return new Exemption(kind, false, partner, daan, NOW);
  }

  private static SentForm sent(Map<String, String> fields) {
    var all = new HashMap<String, List<String>>();
    fields.forEach((name, value) -> all.put(name, List.of(value)));
    return new SentForm(all);
  }

  /** Saves it, and finds it in the draft as it was sent. */
  private void assertKept(RequestStep step, SentForm sent) {
    step.form(sent).read(errors).accept(draft);
    assertEquals(Map.of(), errors.getAll());
    assertTrue(step.form(sent.trimmed()).isAsIn(step.form(draft)), step.name());
  }

  @Test
  void whatIsKeptIsAsItWasSent() {
    assertKept(RequestStep.KIND, sent(Map.of("kind", "OWN_MAIL_SERVICE", "outside", "true")));
    assertKept(RequestStep.SERVERS, sent(SERVERS));
    assertKept(
        RequestStep.THIRD_PARTY,
        sent(
            Map.of(
                "third-party", " Mailfilter ",
                "documentation", "https://filter.example",
                "sources", "203.0.113.0/28\r\n2001:db8::/48")));
    assertKept(RequestStep.DESTINATIONS, sent(Map.of("destinations", "192.0.2.66")));
    assertKept(RequestStep.USE, sent(Map.of("volume", "500", "purpose", "mail van klanten")));
    assertKept(
        RequestStep.CONTACT,
        sent(
            Map.of(
                "contact-name", "Ans",
                "contact-phone", "+31 10 1234567",
                "contact-email", "ans@brug.example")));
    assertKept(
        RequestStep.MEASURES,
        new SentForm(Map.of("measure", List.of("NO_OPEN_RELAY"), "measures-text", List.of(""))));
  }

  @Test
  void takingAwayEveryMeasureIsAChange() {
    draft.draftAnswers().setMeasures(Set.of(Measure.values()), null);
    var none = RequestStep.MEASURES.form(sent(Map.of("measures-text", "")));
    assertFalse(none.isAsIn(RequestStep.MEASURES.form(draft)));
  }

  @Test
  void aFormWithoutConnectionsChangesNone() {
    assertTrue(
        RequestStep.CONNECTION.form(SentForm.NONE).isAsIn(RequestStep.CONNECTION.form(draft)));
    assertFalse(
        RequestStep.CONNECTION
            .form(sent(Map.of("connection", "7")))
            .isAsIn(RequestStep.CONNECTION.form(draft)));
  }

  @Test
  void hasAsManyRowsAsWereSentAndAtLeastTwo() {
    assertEquals(2, new ServersStep(SentForm.NONE).rows().size());
    var sent = new ServersStep(sent(SERVERS));
    assertEquals(3, sent.rows().size());
    assertEquals("mx1.brug.example", sent.rows().get(0).host());
    assertEquals(4, sent.withOneMore().rows().size());
    var full = sent.withRows(99);
    assertEquals(10, full.rows().size());
    assertTrue(full.isFull());
    assertEquals(10, full.withOneMore().rows().size());
  }

  @Test
  void theFirstServerMustBeThere() {
    new ServersStep(SentForm.NONE).read(errors);
    assertEquals(
        List.of("ipv4-0", "host-0", "product-0", "manager-0"),
        List.copyOf(errors.getAll().keySet()));
  }

  @Test
  void readsIdsAndTheVersionOrNothing() {
    var sent =
        new SentForm(
            Map.of("line", List.of("7", "x", "-1", "8"), "version", List.of("12345678901")));
    assertEquals(Set.of(7L, 8L), sent.ids("line"));
    assertEquals(-1, sent.version());
    assertEquals(3, sent(Map.of("version", "3")).version());
  }
}
