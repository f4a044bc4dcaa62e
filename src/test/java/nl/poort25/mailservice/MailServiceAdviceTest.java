package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Optional;
import nl.poort25.setting.Settings;
import nl.poort25.text.Languages;
import nl.poort25.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailServiceAdviceTest {
  @ParameterizedTest
  @CsvSource({
    "SMTP, YES, ALL,  IRONPORT",
    "SMTP, YES, ,     IRONPORT",
    "POP3, YES, SOME, IRONPORT",
    "SMTP, NO,  SOME, SMTP",
    "SMTP, NO,  ,     SMTP",
    "POP3, NO,  SOME, POP3_BOX",
    "POP3, NO,  ALL,  POP3_CATCH_ALL"
  })
  void threeAnswersLeadToOneService(
      String intake, String filter, String addresses, MailServiceKind kind) {
    var advice = MailServiceAdvice.of(intake, filter, addresses);
    assertEquals(kind, advice.kind());
    assertEquals(DeliveryMethod.valueOf(intake), advice.intake());
    var texts = new Texts(new Settings(key -> Optional.empty()));
    assertNotNull(texts.in(Languages.DUTCH, advice.why()));
  }

  @Test
  void saysNothingWhileAnAnswerIsMissing() {
    assertNull(MailServiceAdvice.of(null, "YES", "ALL"));
    assertNull(MailServiceAdvice.of("POP3", null, "ALL"));
    assertNull(MailServiceAdvice.of("POP3", "NO", null));
    assertNull(MailServiceAdvice.of("POP3", "NO", "'; drop"));
  }
}
