package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import nl.poort25.mailservice.MailServiceRuleFacts.Taken;
import org.junit.jupiter.api.Test;

class MailServiceRuleTest {
  private static final Delivery FETCHED = Delivery.fetched(DeliveryMethod.POP3, null);

  private static final Delivery TO_SERVER =
      new Delivery(DeliveryMethod.SMTP, "mail.klant.example", null);
  private static final Delivery TO_OTHER =
      new Delivery(DeliveryMethod.SMTP, "mx2.klant.example", null);
  private static final Delivery INFO = Delivery.fetched(DeliveryMethod.POP3, "info");
  private static final Delivery SALES = Delivery.fetched(DeliveryMethod.POP3, "verkoop");

  @Test
  void registrationIsActiveHolds() {
    assertHolds(MailServiceRule.REGISTRATION_IS_ACTIVE, asks(MailServiceKind.SMTP, TO_SERVER));
  }

  @Test
  void registrationIsActiveFailsOnceItIsWithdrawn() {
    var withdrawn =
        new MailServiceRuleFacts(
            "klant.example", false, MailServiceKind.SMTP, TO_SERVER, List.of(), List.of());
    assertEquals(
        List.of("klant.example"), MailServiceRule.REGISTRATION_IS_ACTIVE.offenders(withdrawn));
  }

  @Test
  void ironportIsSingleHoldsBesideOtherServices() {
    assertHolds(
        MailServiceRule.IRONPORT_IS_SINGLE,
        asks(
            MailServiceKind.IRONPORT,
            FETCHED,
            new Taken(MailServiceKind.POP3_BOX, INFO),
            new Taken(MailServiceKind.SMTP, TO_SERVER)));
  }

  @Test
  void ironportIsSingleFailsForASecondOneWhateverItsFields() {
    assertFails(
        MailServiceRule.IRONPORT_IS_SINGLE,
        asks(MailServiceKind.IRONPORT, TO_SERVER, new Taken(MailServiceKind.IRONPORT, FETCHED)),
        "Mail Service | SMTP/POP/SPAM/VIRUS (IronPort)");
  }

  @Test
  void catchAllIsSingleHoldsBesideBoxes() {
    assertHolds(
        MailServiceRule.CATCH_ALL_IS_SINGLE,
        asks(MailServiceKind.POP3_CATCH_ALL, FETCHED, new Taken(MailServiceKind.POP3_BOX, INFO)));
  }

  @Test
  void catchAllIsSingleFailsForASecondOne() {
    assertFails(
        MailServiceRule.CATCH_ALL_IS_SINGLE,
        asks(
            MailServiceKind.POP3_CATCH_ALL,
            FETCHED,
            new Taken(MailServiceKind.POP3_CATCH_ALL, FETCHED)),
        "Mail pop3 catch all");
  }

  @Test
  void catchAllExcludesSmtpHoldsBesideIronPortThatIsFetchedByPop3() {
    assertHolds(
        MailServiceRule.CATCH_ALL_EXCLUDES_SMTP,
        asks(
            MailServiceKind.POP3_CATCH_ALL, FETCHED, new Taken(MailServiceKind.IRONPORT, FETCHED)));
    assertHolds(
        MailServiceRule.CATCH_ALL_EXCLUDES_SMTP,
        asks(
            MailServiceKind.IRONPORT, FETCHED, new Taken(MailServiceKind.POP3_CATCH_ALL, FETCHED)));
  }

  @Test
  void catchAllExcludesSmtpHoldsForBoxesBesideEither() {
    assertHolds(
        MailServiceRule.CATCH_ALL_EXCLUDES_SMTP,
        asks(MailServiceKind.POP3_BOX, INFO, new Taken(MailServiceKind.SMTP, TO_SERVER)));
  }

  @Test
  void catchAllExcludesSmtpFailsForACatchAllBesideDelivery() {
    assertFails(
        MailServiceRule.CATCH_ALL_EXCLUDES_SMTP,
        asks(
            MailServiceKind.POP3_CATCH_ALL,
            FETCHED,
            new Taken(MailServiceKind.SMTP, TO_SERVER),
            new Taken(MailServiceKind.SMTP, TO_OTHER),
            new Taken(MailServiceKind.IRONPORT, TO_SERVER)),
        "Mail SMTP",
        "Mail Service | SMTP/POP/SPAM/VIRUS (IronPort)");
  }

  @Test
  void catchAllExcludesSmtpFailsForDeliveryBesideACatchAll() {
    var catchAll = new Taken(MailServiceKind.POP3_CATCH_ALL, FETCHED);
    assertFails(
        MailServiceRule.CATCH_ALL_EXCLUDES_SMTP,
        asks(MailServiceKind.SMTP, TO_SERVER, catchAll),
        "Mail pop3 catch all");
    assertFails(
        MailServiceRule.CATCH_ALL_EXCLUDES_SMTP,
        asks(MailServiceKind.IRONPORT, TO_SERVER, catchAll),
        "Mail pop3 catch all");
  }

  @Test
  void catchAllExcludesSmtpFailsBeforeADestinationIsFilledIn() {
    assertFails(
        MailServiceRule.CATCH_ALL_EXCLUDES_SMTP,
        asks(MailServiceKind.SMTP, null, new Taken(MailServiceKind.POP3_CATCH_ALL, FETCHED)),
        "Mail pop3 catch all");
  }

  @Test
  void boxIsNewHoldsForAnotherLocalPart() {
    assertHolds(
        MailServiceRule.BOX_IS_NEW,
        asks(MailServiceKind.POP3_BOX, INFO, new Taken(MailServiceKind.POP3_BOX, SALES)));
  }

  @Test
  void boxIsNewFailsForTheSameLocalPart() {
    assertFails(
        MailServiceRule.BOX_IS_NEW,
        asks(MailServiceKind.POP3_BOX, INFO, new Taken(MailServiceKind.POP3_BOX, INFO)),
        "info@klant.example");
  }

  @Test
  void destinationIsNewHoldsForASecondServer() {
    assertHolds(
        MailServiceRule.DESTINATION_IS_NEW,
        asks(
            MailServiceKind.SMTP,
            TO_OTHER,
            new Taken(MailServiceKind.SMTP, TO_SERVER),
            new Taken(MailServiceKind.IRONPORT, TO_OTHER)));
  }

  @Test
  void destinationIsNewFailsForTheSameServer() {
    assertFails(
        MailServiceRule.DESTINATION_IS_NEW,
        asks(MailServiceKind.SMTP, TO_SERVER, new Taken(MailServiceKind.SMTP, TO_SERVER)),
        "mail.klant.example");
  }

  @Test
  void destinationIsReachableHolds() {
    assertHolds(MailServiceRule.DESTINATION_IS_REACHABLE, asks(MailServiceKind.SMTP, TO_SERVER));
  }

  @Test
  void destinationIsReachableFailsForAllThatStandsInTheWay() {
    var twice =
        new MailServiceRuleFacts(
            "klant.example",
            true,
            MailServiceKind.SMTP,
            TO_SERVER,
            List.of(),
            List.of("10.0.0.1", "::1"));
    assertFails(MailServiceRule.DESTINATION_IS_REACHABLE, twice, "10.0.0.1", "::1");
  }

  private static MailServiceRuleFacts asks(
      MailServiceKind kind, Delivery delivery, Taken... taken) {
    return new MailServiceRuleFacts(
        "klant.example", true, kind, delivery, Arrays.asList(taken), List.of());
  }

  private static void assertHolds(MailServiceRule rule, MailServiceRuleFacts facts) {
    assertEquals(List.of(), rule.offenders(facts));
  }

  private static void assertFails(
      MailServiceRule rule, MailServiceRuleFacts facts, String... found) {
    assertEquals(List.of(found), rule.offenders(facts));
  }
}
