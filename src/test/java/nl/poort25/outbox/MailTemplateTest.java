package nl.poort25.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MailTemplateTest {
  @Test
  void fillsNamedPlaces() {
    assertEquals(
        "Domein zeil.example van Ans",
        MailTemplate.fill(
            "Domein {domain} van {name}", Map.of("domain", "zeil.example", "name", "Ans")));
  }

  @Test
  void readsNoPlaceInWhatAnArgumentHolds() {
    assertEquals(
        "Ha {link} $1 \\",
        MailTemplate.fill(
            "Ha {name}", Map.of("name", "{link} $1 \\", "link", "https://x.example")));
  }

  @Test
  void refusesAPlaceThatNothingIsGivenFor() {
    assertThrows(
        IllegalArgumentException.class, () -> MailTemplate.fill("Ha {name}", Map.of("other", "x")));
  }

  @Test
  void leavesBracesThatAreNoPlace() {
    assertEquals("{0} {} { {Name}", MailTemplate.fill("{0} {} { {Name}", Map.of()));
  }

  @Test
  void putsEachArgumentOnOneLine() {
    assertEquals(
        Map.of("name", "Ans Bcc: spy@evil.example a b c"),
        MailTemplate.clean(
            Map.of("name", "\tAns\r\nBcc: spy@evil.example\u2028a\u0085b\u0000c\n\n")));
  }

  @Test
  void refusesAnArgumentWhoseNameIsNone() {
    assertThrows(IllegalArgumentException.class, () -> MailTemplate.clean(Map.of("a=b", "x")));
  }

  @Test
  void keepsArgumentsInTheRowAsTheyWere() {
    var arguments = Map.of("a", "x=y", "b", "", "c", "é {link}");
    var stored = new TemplateArgumentsConverter().convertToDatabaseColumn(arguments);
    assertEquals("a=x=y\nb=\nc=é {link}", stored);
    assertEquals(arguments, new TemplateArgumentsConverter().convertToEntityAttribute(stored));
  }
}
