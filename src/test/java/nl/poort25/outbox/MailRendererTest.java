package nl.poort25.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.poort25.setting.Settings;
import nl.poort25.text.Texts;
import org.junit.jupiter.api.Test;

class MailRendererTest {
  static final String PORTAL = "https://poort25.example";
  static final Map<String, String> PATTERNS =
      Map.of(
          "mail.plain.subject", "Over {domain}",
          "mail.plain.body", "Over {domain}, zie {portal}/domains.\n",
          "mail.invitation.subject", "Welkom bij Poort 25",
          "mail.invitation.body", "Geachte {name},\n\nOpen {link} tot {until}",
          "mail.boast.subject", "Klik {link}",
          "mail.boast.body", "{link}",
          "outbox.footer", "Antwoorden worden niet gelezen.\n{portal}");

  private final MailRenderer letters = letters();

  static MailRenderer letters() {
    return new MailRenderer((locale, key) -> PATTERNS.get(key), PORTAL);
  }

  @Test
  void endsEveryMailWithTheFooter() throws Undelivered {
    var mail = mail("plain", Map.of("domain", "zeil.example"));
    assertEquals(
        """
        Over zeil.example, zie https://poort25.example/domains.

        --\s
        Antwoorden worden niet gelezen.
        https://poort25.example
        """,
        letters.letter(mail, null).body());
  }

  @Test
  void saysInBothLanguagesThatAnswersAreNotRead() {
    var settings = new Settings(key -> Optional.empty());
    var real = new Texts(settings);
    for (String language : new String[] {"nl", "en"}) {
      String footer = real.pattern(Locale.forLanguageTag(language), "outbox.footer");
      assertTrue(footer.contains("{portal}"), footer);
      assertTrue(footer.contains(language.equals("nl") ? "niet gelezen" : "not read"), footer);
    }
  }

  @Test
  void keepsTheSubjectOnOneLineAndShort() {
    String subject =
        letters.subject("nl", "plain", Map.of("domain", "a\r\nBcc: x@evil.example"), false);
    assertEquals("Over a Bcc: x@evil.example", subject);
    assertEquals(
        200, letters.subject("nl", "plain", Map.of("domain", "a".repeat(9000)), false).length());
  }

  @Test
  void putsTheLinkIntoTheBodyOnly() throws Undelivered {
    var mail = mail("invitation", Map.of("name", "Ans"));
    mail.setLink("invitation", 7);
    var letter =
        letters.letter(
            mail,
            new AccessLinks.Link(
                PORTAL + "/invitation/secret", Instant.parse("2026-11-30T16:00:00Z")));
    assertTrue(
        letter
            .body()
            .contains(
                "Open https://poort25.example/invitation/secret tot maandag 30 november 2026 17:00"));
    assertFalse(letter.subject().contains("secret"));
  }

  @Test
  void refusesALinkInASubject() {
    assertThrows(
        IllegalArgumentException.class, () -> letters.subject("nl", "boast", Map.of(), true));
  }

  @Test
  void refusesALinkThatOnlyOneSideKnowsOf() {
    var name = Map.of("name", "Ans");
    assertThrows(
        IllegalArgumentException.class, () -> letters.subject("nl", "invitation", name, false));
    assertThrows(
        IllegalArgumentException.class,
        () -> letters.subject("nl", "plain", Map.of("domain", "x"), true));
  }

  @Test
  void refusesALinkAmongTheArgumentsThatAreStored() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            letters.subject(
                "nl", "invitation", Map.of("name", "Ans", "link", PORTAL + "/x"), true));
  }

  @Test
  void missesAnArgumentWhenTheMailIsWritten() {
    assertThrows(
        IllegalArgumentException.class, () -> letters.subject("nl", "plain", Map.of(), false));
    assertThrows(
        IllegalArgumentException.class, () -> letters.subject("nl", "invitation", Map.of(), true));
  }

  @Test
  void missesATemplateThatHasNoText() {
    assertThrows(
        IllegalArgumentException.class, () -> letters.subject("nl", "unknown", Map.of(), false));
  }

  static OutboxMail mail(String template, Map<String, String> arguments) {
    return new OutboxMail(
        "<1@poort25.example>",
        "ans@haven.example",
        "nl",
        template,
        arguments,
        "Onderwerp",
        Instant.parse("2026-11-26T10:00:00Z"));
  }
}
