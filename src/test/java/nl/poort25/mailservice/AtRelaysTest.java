package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import nl.poort25.mailservice.AtRelays.Doing;
import nl.poort25.mailservice.AtRelays.Why;
import org.junit.jupiter.api.Test;

class AtRelaysTest {
  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");
  private static final ServiceInForce SERVICE =
      new ServiceInForce(
          1,
          "klant.nl",
          true,
          MailServiceKind.SMTP,
          new Delivery(Intake.SMTP, "mail.klant.nl", null));

  private static AtRelays of(ServiceInForce... services) {
    return new AtRelays("klant.nl", List.of(services));
  }

  private static AtRelays read(Doing doing, ServiceInForce... services) {
    var question = of(services);
    question.isRead(doing, AT, List.of());
    return question;
  }

  @Test
  void whereNobodyReportsNothingIsSaidToBeMissing() {
    assertNull(of(SERVICE).getDoing());
    assertFalse(of(SERVICE).isMissing());
    assertFalse(of(SERVICE).isEnding());
  }

  @Test
  void onlyWhatAllRelaysTakeIsNotMissing() {
    assertFalse(read(Doing.TAKEN, SERVICE).isMissing());
    assertTrue(read(Doing.ON_ITS_WAY, SERVICE).isMissing());
    assertTrue(read(Doing.NOT_TAKEN, SERVICE).isMissing());
    assertFalse(read(Doing.NOT_TAKEN).isMissing());
  }

  @Test
  void whatWasDecidedSinceTheLastStateIsNotDoneYet() {
    var more = read(Doing.TAKEN, SERVICE);
    more.isWritten("lines", "+domain klant.nl 192.0.2.25");
    assertEquals(Doing.ON_ITS_WAY, more.getDoing());
    assertTrue(more.isMissing());
    var less = read(Doing.TAKEN);
    less.isWritten("lines", "-domain klant.nl 192.0.2.25");
    assertEquals(Doing.ENDING, less.getDoing());
    assertTrue(less.isEnding());
  }

  @Test
  void whatIsLackingCitesItsRule() {
    var question = of(SERVICE);
    question.lacks(Why.NO_DESTINATION, "mail.klant.nl");
    assertTrue(question.isMissing());
    var lack = question.getLacks().get(0);
    assertEquals(
        List.of("mailservice.relays.lack.NO_DESTINATION", List.of("mail.klant.nl")),
        List.of(lack.text().key(), lack.text().arguments()));
    assertEquals("3.9", lack.cites().article().number());
  }

  @Test
  void aStoreThatIsNotNamedMattersOnlyWhereTheRelaysFollowThePortal() {
    var byHand = of(SERVICE);
    byHand.lacks(Why.NO_STORE, null);
    assertEquals(List.of(), byHand.getLacks());
    assertFalse(byHand.isMissing());
    var reported = read(Doing.NOT_TAKEN, SERVICE);
    reported.lacks(Why.NO_STORE, null);
    assertEquals(1, reported.getLacks().size());
    assertNull(reported.getLacks().get(0).cites());
  }
}
