package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.web.FormErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailServiceFormTest {
  private static final Delivery FETCHED = Delivery.fetched(DeliveryMethod.POP3, null);

  private final MailServiceForm form = new MailServiceForm();
  private final FormErrors errors = new FormErrors();

  @Test
  void ironPortAsksForADestinationOnlyIfMailIsDelivered() {
    form.intake = "POP3";
    assertEquals(FETCHED, read(MailServiceKind.IRONPORT));
    form.intake = "SMTP";
    assertNull(read(MailServiceKind.IRONPORT));
    assertNotNull(errors.of("destination"));
  }

  @Test
  void aDestinationWithPop3IsAskedAboutInsteadOfDropped() {
    form.intake = "POP3";
    form.destination = "mail.klant.nl";
    assertNull(read(MailServiceKind.IRONPORT));
    assertEquals("mailservice.new.destination.with-pop3", errors.of("destination").key());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "imap", "SMTP "})
  void ironPortAsksHowMailIsTaken(String intake) {
    form.intake = intake;
    assertNull(read(MailServiceKind.IRONPORT));
    assertNotNull(errors.of("intake"));
  }

  @Test
  void aDestinationIsKeptAsItIsMeant() {
    form.destination = " MAIL.Klant.nl. ";
    assertEquals(
        new Delivery(DeliveryMethod.SMTP, "mail.klant.nl", null), read(MailServiceKind.SMTP));
  }

  @Test
  void suggestsTheHostOfAWebAddress() {
    form.destination = "https://mail.klant.nl/owa";
    assertNull(read(MailServiceKind.SMTP));
    assertEquals("mail.klant.nl", form.suggestion);
  }

  @ParameterizedTest
  @CsvSource({"info, info", "Info, info", "' a.b+c ', a.b+c"})
  void aLocalPartIsOneInSmallLetters(String typed, String local) {
    form.localPart = typed;
    assertEquals(Delivery.fetched(DeliveryMethod.POP3, local), read(MailServiceKind.POP3_BOX));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "info@klant.nl", "a b", ".a", "a..b", "é", "a\u0000b", "\"a\""})
  void refusesWhatIsNoLocalPart(String typed) {
    form.localPart = typed;
    assertNull(read(MailServiceKind.POP3_BOX));
    assertNotNull(errors.of("local-part"));
  }

  @Test
  void refusesALocalPartThatIsTooLong() {
    form.localPart = "a".repeat(65);
    assertNull(read(MailServiceKind.POP3_BOX));
    form.localPart = "a".repeat(1_000_000);
    assertNull(read(MailServiceKind.POP3_BOX));
  }

  @Test
  void aCatchAllAsksForNothing() {
    form.destination = "whatever a browser sends";
    assertEquals(FETCHED, read(MailServiceKind.POP3_CATCH_ALL));
    assertTrue(errors.isEmpty());
  }

  @Test
  void anOrderNeedsTheAcknowledgement() {
    form.mustBeAcknowledged(errors);
    assertNotNull(errors.of("acknowledged"));
  }

  private Delivery read(MailServiceKind kind) {
    return form.read(kind, "klant.nl", errors);
  }
}
