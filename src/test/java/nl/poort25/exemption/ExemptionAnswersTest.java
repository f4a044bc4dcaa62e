package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Conflict;
import org.junit.jupiter.api.Test;

/** What goes open follows from the answers, and nothing else does (4.6). */
class ExemptionAnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final MailServer MX1 =
      new MailServer("mx1.brug.example", "192.0.2.61", "2001:db8:25::61", "Postfix", "wij");

  private static Exemption draft(ExemptionKind kind, boolean outside) {
    var partner = new Partner("Brug & Sluis", NOW);
    var daan =
        new Account(partner, "daan@brug.example", "Daan", Set.of(Role.PARTNER_ADMIN), "nl", NOW);
    return new Exemption(kind, outside, partner, daan, NOW);
  }

  private static List<String> keys(Exemption exemption) {
    return exemption.lines().stream().map(Flow::key).toList();
  }

  @Test
  void serversInsideOpenFromAnywhereToEachOfTheirAddresses() {
    var exemption = draft(ExemptionKind.COLOCATION, false);
    exemption.draftAnswers().setServers(List.of(MX1, MX1));
    assertEquals(List.of("any>192.0.2.61", "any>2001:db8:25::61"), keys(exemption));
  }

  @Test
  void serversOutsideOpenOnlyToTheDestinationsOfTheirFamily() {
    var exemption = draft(ExemptionKind.OWN_MAIL_SERVICE, true);
    exemption
        .draftAnswers()
        .setServers(
            List.of(new MailServer("mx.extern.example", "203.0.113.7", null, "Exim", "wij")));
    exemption
        .draftAnswers()
        .setDestinations(List.of(Cidr.of("192.0.2.66"), Cidr.of("2001:db8:25::66")));
    assertEquals(List.of("203.0.113.7>192.0.2.66"), keys(exemption));
  }

  @Test
  void aThirdPartyOpensEachPairOnce() {
    var exemption = draft(ExemptionKind.THIRD_PARTY, false);
    var source = Cidr.of("203.0.113.0/28");
    exemption
        .draftAnswers()
        .setThirdParty("Mailfilter", "https://filter.example", List.of(source, source));
    exemption.draftAnswers().setDestinations(List.of(Cidr.of("192.0.2.66"), Cidr.of("192.0.2.67")));
    assertEquals(
        List.of("203.0.113.0/28>192.0.2.66", "203.0.113.0/28>192.0.2.67"), keys(exemption));
  }

  @Test
  void asksOnlyTheStepsOfItsKind() {
    assertEquals(
        List.of(
            RequestStep.KIND,
            RequestStep.CONNECTION,
            RequestStep.SERVERS,
            RequestStep.USE,
            RequestStep.MEASURES,
            RequestStep.CONTACT),
        draft(ExemptionKind.OWN_MAIL_SERVICE, false).getSteps());
    assertEquals(
        List.of(
            RequestStep.KIND,
            RequestStep.CONNECTION,
            RequestStep.THIRD_PARTY,
            RequestStep.DESTINATIONS,
            RequestStep.USE,
            RequestStep.MEASURES,
            RequestStep.CONTACT),
        draft(ExemptionKind.THIRD_PARTY, false).getSteps());
  }

  @Test
  void isNotSentWhileAnythingIsMissing() {
    var exemption = draft(ExemptionKind.COLOCATION, false);
    assertEquals(
        List.of(
            RequestStep.CONNECTION,
            RequestStep.SERVERS,
            RequestStep.USE,
            RequestStep.MEASURES,
            RequestStep.CONTACT),
        exemption.missing());
    assertThrows(
        Conflict.class,
        () -> exemption.submit(null, new Verdict(List.of()), exemption.getCreatedBy(), NOW));
  }

  @Test
  void whatIsGrantedInPartIsJudgedByAllOtherAnswers() {
    var contact = new AbuseContact("NOC", "abuse@brug.example", "+31 10 123 45 67");
    var answers = new ExemptionAnswers(true);
    answers.setServers(List.of(MX1));
    answers.setThirdParty("Filter", "documented", List.of(Cidr.of("203.0.113.7")));
    answers.setContact(contact);
    var narrowed = answers.restrictedTo(Set.of("192.0.2.61"));
    assertEquals(contact, narrowed.getContact());
    assertEquals("documented", narrowed.getDocumentation());
    assertTrue(narrowed.isOutside());
    assertEquals(List.of(), narrowed.getSources());
    assertEquals(1, answers.getSources().size(), "of a copy");
  }

  @Test
  void aCopyHasTheSameAnswersAndChangesByItself() {
    var exemption = draft(ExemptionKind.COLOCATION, false);
    exemption.draftAnswers().setServers(List.of(MX1));
    var copy = exemption.copy(exemption.getCreatedBy(), NOW);
    assertEquals(keys(exemption), keys(copy));
    copy.draftAnswers().setServers(List.of());
    assertEquals(List.of(MX1), exemption.getAnswers().getServers());
  }
}
