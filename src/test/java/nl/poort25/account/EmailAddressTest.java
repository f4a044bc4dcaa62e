package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nl.poort25.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  private static final String LOCAL64 = "a".repeat(64);

  @ParameterizedTest
  @CsvSource({
    "jan@partner.example, jan@partner.example",
    "' jan@partner.example\t', jan@partner.example",
    "Jan.Bakker+poort25@Mail.Partner.Example, Jan.Bakker+poort25@mail.partner.example",
    "o'neill@partner.example, o'neill@partner.example",
    "jan@bücher.example, jan@xn--bcher-kva.example",
    "jan@BÜCHER.example, jan@xn--bcher-kva.example",
    "jan@straße.example, jan@xn--strae-oqa.example",
    "jan@xn--bcher-kva.example, jan@xn--bcher-kva.example",
    "1@2.nl, 1@2.nl"
  })
  void takesAPlainAddress(String typed, String value) throws EmailAddress.Malformed {
    assertEquals(value, EmailAddress.parse(typed).value());
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", "\n"})
  void refusesNone(String typed) {
    assertEquals(Text.of("account.email.missing"), refusal(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jan", "jan.partner.example", "@partner.example", "jan@", "a@b@partner.example"})
  void asksForOneAtSign(String typed) {
    assertEquals(Text.of("account.email.at"), refusal(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jan de Wit <jan@partner.example>",
        "\"Wit, Jan de\" <jan@partner.example>",
        "<jan@partner.example>",
        "Jan < jan@partner.example >",
        "mailto:jan@partner.example"
      })
  void asksForTheAddressAloneWhereItWasCopiedWithItsName(String typed) {
    assertEquals(Text.of("account.email.named", "jan@partner.example"), refusal(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jan@partner.example, piet@partner.example",
        "jan@partner.example;piet@partner.example",
        "jan@partner.example piet@partner.example"
      })
  void asksForOneAtATime(String typed) {
    assertEquals(Text.of("account.email.several"), refusal(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jan@partner.example\nBcc: x@y.example",
        "jan\r@partner.example",
        "jan\u0000@partner.example",
        "jan@part\u200bner.example",
        "jan\u2028@partner.example",
        "\u202ejan@partner.example",
        "jan\ufffd@partner.example",
        "jan\ud800@partner.example"
      })
  void refusesWhatCannotBeSeen(String typed) {
    assertEquals(Text.of("account.email.control"), refusal(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jan bakker",
        "jan..bakker",
        ".jan",
        "jan.",
        "\"jan\"",
        "jan<b>",
        "josé",
        "a,b",
        "(jan)",
        "jan\\"
      })
  void refusesALocalPartThatWouldNeedQuoting(String local) {
    assertEquals(Text.of("account.email.local", local), refusal(local + "@partner.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost", "partner.", "partner.example.", ".example", "part ner.example", "a..example",
        "-a.example", "a-.example", "a_b.example", "[192.0.2.1]", "192.0.2.1", "partner.example>",
        "xn--a.example", "ab--cd.example"
      })
  void refusesADomainThatIsNone(String domain) {
    assertEquals(Text.of("account.email.domain", domain), refusal("jan@" + domain));
  }

  @Test
  void keepsToTheLengthsOfRfc5321() throws EmailAddress.Malformed {
    String domain = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(53) + ".example";
    assertEquals(254, EmailAddress.parse(LOCAL64 + "@" + domain).value().length());
    assertEquals(Text.of("account.email.long", 254), refusal(LOCAL64 + "@d" + domain));
    assertEquals(Text.of("account.email.local.long", 64), refusal(LOCAL64 + "a@partner.example"));
    assertEquals(Text.of("account.email.long", 254), refusal("a".repeat(1_000_000)));
  }

  @Test
  void measuresTheALabelAndNotWhatWasTyped() {
    String domain = ("é".repeat(40) + ".").repeat(4) + "example";
    assertEquals(Text.of("account.email.long", 254), refusal(LOCAL64 + "@" + domain));
  }

  @Test
  void isFoundHoweverItsCapitalsAreTyped() throws EmailAddress.Malformed {
    assertEquals("jan@partner.example", EmailAddress.parse("JAN@Partner.example").key());
    assertEquals("jan@partner.example", EmailAddress.key(" Jan@PARTNER.example "));
    assertEquals("", EmailAddress.key("rubbish"));
  }

  @Test
  void knowsItsParts() throws EmailAddress.Malformed {
    var address = EmailAddress.parse("Jan@Partner.example");
    assertEquals("Jan", address.local());
    assertEquals("partner.example", address.domain());
  }

  @Test
  void isNotMadeWithoutParsing() {
    assertThrows(IllegalArgumentException.class, () -> new EmailAddress("jan@partner"));
    assertThrows(IllegalArgumentException.class, () -> new EmailAddress("a b@partner.example"));
    assertThrows(IllegalArgumentException.class, () -> new EmailAddress("jan@partner.example\n"));
  }

  private static Text refusal(String typed) {
    return assertThrows(EmailAddress.Malformed.class, () -> EmailAddress.parse(typed)).text();
  }
}
