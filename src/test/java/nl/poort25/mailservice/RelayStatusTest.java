package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import nl.poort25.mailservice.RelayStatus.MailHandling;
import nl.poort25.mailservice.RelayStatus.MissingRequirement;
import nl.poort25.mailservice.RelayStatus.Why;
import nl.poort25.text.FormattedDiff;
import org.junit.jupiter.api.Test;

class RelayStatusTest {
  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");
  private static final ServiceInForce SERVICE =
      new ServiceInForce(
          1,
          "klant.nl",
          true,
          MailServiceKind.SMTP,
          new Delivery(DeliveryMethod.SMTP, "mail.klant.nl", null));

  private static final List<FormattedDiff> NO_CHANGE = List.of();

  private static RelayStatus of(ServiceInForce... services) {
    return of(null, List.of(), NO_CHANGE, services);
  }

  private static RelayStatus read(MailHandling doing, ServiceInForce... services) {
    return of(doing, List.of(), NO_CHANGE, services);
  }

  private static RelayStatus of(
      MailHandling doing,
      List<MissingRequirement> lacks,
      List<FormattedDiff> change,
      ServiceInForce... services) {
    return new RelayStatus(
        List.of(services),
        new RelayPreview.Preview(lacks, change),
        doing == null ? null : new RelayReadBack.Found(doing, AT, List.of()));
  }

  private static List<FormattedDiff> change(String text) {
    return List.of(new FormattedDiff("lines", text));
  }

  @Test
  void whereNobodyReportsNothingIsSaidToBeMissing() {
    assertNull(of(SERVICE).getDoing());
    assertFalse(of(SERVICE).isMissing());
    assertFalse(of(SERVICE).isEnding());
  }

  @Test
  void onlyWhatAllRelaysTakeIsNotMissing() {
    assertFalse(read(MailHandling.TAKEN, SERVICE).isMissing());
    assertTrue(read(MailHandling.ON_ITS_WAY, SERVICE).isMissing());
    assertTrue(read(MailHandling.NOT_TAKEN, SERVICE).isMissing());
    assertFalse(read(MailHandling.NOT_TAKEN).isMissing());
  }

  @Test
  void whatWasDecidedSinceTheLastStateIsNotDoneYet() {
    var more = of(MailHandling.TAKEN, List.of(), change("+domain klant.nl 192.0.2.25"), SERVICE);
    assertEquals(MailHandling.ON_ITS_WAY, more.getDoing());
    assertTrue(more.isMissing());
    var less = of(MailHandling.TAKEN, List.of(), change("-domain klant.nl 192.0.2.25"));
    assertEquals(MailHandling.ENDING, less.getDoing());
    assertTrue(less.isEnding());
  }

  @Test
  void ofANameIsToldWhatIsKnownOfAService() {
    assertTrue(read(MailHandling.TAKEN, SERVICE).isToldOfName());
    assertFalse(of(SERVICE).isToldOfName());
    assertFalse(read(MailHandling.NOT_TAKEN).isToldOfName());
    assertTrue(read(MailHandling.ENDING).isToldOfName());
  }

  @Test
  void toTakeNothingIsBadWhereAServiceIsInForce() {
    assertEquals("bad", read(MailHandling.NOT_TAKEN, SERVICE).getSign());
    assertEquals("info", read(MailHandling.NOT_TAKEN).getSign());
    assertEquals("ok", read(MailHandling.TAKEN, SERVICE).getSign());
  }

  @Test
  void whatIsLackingCitesItsRule() {
    var known = List.of(new MissingRequirement(Why.NO_DESTINATION, "mail.klant.nl"));
    var relays = of(null, known, NO_CHANGE, SERVICE);
    assertTrue(relays.isMissing());
    var lack = relays.getLacks().get(0);
    assertEquals(
        List.of("mailservice.relays.lack.NO_DESTINATION", List.of("mail.klant.nl")),
        List.of(lack.text().key(), lack.text().arguments()));
    assertEquals("3.9", lack.cites().article().number());
  }

  @Test
  void aStoreThatIsNotNamedMattersOnlyWhereTheRelaysFollowThePortal() {
    var noStore = List.of(new MissingRequirement(Why.NO_STORE, null));
    var byHand = of(null, noStore, NO_CHANGE, SERVICE);
    assertEquals(List.of(), byHand.getLacks());
    assertFalse(byHand.isMissing());
    var reported = of(MailHandling.NOT_TAKEN, noStore, NO_CHANGE, SERVICE);
    assertEquals(1, reported.getLacks().size());
    assertNull(reported.getLacks().get(0).cites());
  }
}
