package nl.poort25.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "deny 192.0.2.9 AB-2026-0007",
        "deny 2001:db8::/64 AB-2026-12345",
        "domain klant.nl 192.0.2.25",
        "domain xn--strae-oqa.example 192.0.2.25 2001:db8::25",
        "domain 1.2.klant.co.uk 192.0.2.25",
        "mailstore co.nl",
        "postmaster beheer@routit.nl",
        "recipient info@klant.nl",
        "recipient a.b+c'd@klant.nl",
        "store 192.0.2.50 2001:db8::50"
      })
  void aLineIsReadAsItIsWritten(String text) {
    assertEquals(text, RelayLine.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "domain",
        "domain klant.nl",
        "domain klant.nl ",
        "domain  klant.nl 192.0.2.25",
        "domain klant.nl 192.0.2.25 ",
        "domain klant.nl 192.0.2.25\n",
        "domain klant.nl 192.0.2.25 # x",
        "domain klant.nl 192.0.2.25 192.0.2.25",
        "domain klant.nl 192.0.2.0/24",
        "domain klant.nl 192.0.2.25/32",
        "domain klant.nl 192.0.2.025",
        "domain klant.nl 2001:DB8::1",
        "domain klant.nl mail.klant.nl",
        "domain Klant.nl 192.0.2.25",
        "domain klant.nl. 192.0.2.25",
        "domain .klant.nl 192.0.2.25",
        "domain *.klant.nl 192.0.2.25",
        "domain nl 192.0.2.25",
        "domain -klant.nl 192.0.2.25",
        "domain klant-.nl 192.0.2.25",
        "domain kl--ant.nl 192.0.2.25",
        "domain xn--a.nl 192.0.2.25",
        "domain stra\u00dfe.example 192.0.2.25",
        "domain _poort25.klant.nl 192.0.2.25",
        "domain 192.0.2.1 192.0.2.25",
        "domain klant.1nl 192.0.2.25",
        "mailstore",
        "postmaster",
        "postmaster routit.nl",
        "postmaster beheer@routit",
        "postmaster beheer@routit.nl x@y.nl",
        "postmaster Beheer@routit.nl",
        "postmaster beheer@stra\u00dfe.nl",
        "mailstore klant.nl 192.0.2.25",
        "mailstore #klant.nl",
        "recipient klant.nl",
        "recipient @klant.nl",
        "recipient info@",
        "recipient Info@klant.nl",
        "recipient #info@klant.nl",
        "recipient .info@klant.nl",
        "recipient in..fo@klant.nl",
        "recipient \"in fo\"@klant.nl",
        "recipient info@sub@klant.nl",
        "recipient info@klant.nl x",
        "deny 192.0.2.9",
        "deny 192.0.2.9/24 AB-2026-0007",
        "deny 192.0.2.9 AB-26-7",
        "deny 192.0.2.9 EX-2026-0007",
        "deny 192.0.2.9 AB-2026-0007 x",
        "store",
        "store ",
        "store 192.0.2.50/32",
        "store 192.0.2.50 192.0.2.50",
        "store pop.routit.net",
        "open 192.0.2.9",
        "DENY 192.0.2.9 AB-2026-0007"
      })
  void aLineHasOneWayToBeWritten(String text) {
    assertThrows(IllegalArgumentException.class, () -> RelayLine.parse(text));
  }

  @Test
  void aLineHasTenHostsAtMost() {
    String ten =
        "domain klant.nl "
            + IntStream.range(0, 10).mapToObj(i -> "192.0.2." + i).collect(Collectors.joining(" "));
    assertEquals(10, RelayLine.parse(ten).hosts().size());
    assertThrows(IllegalArgumentException.class, () -> RelayLine.parse(ten + " 192.0.2.10"));
  }

  @Test
  void aNameHas253CharactersAtMostAndALocalPart64() {
    String label = "a".repeat(61);
    String name = String.join(".", label, label, label, label, "nl");
    assertEquals(
        name, RelayLine.parse("mailstore " + "a".repeat(2) + "." + name).name().substring(3));
    assertThrows(
        IllegalArgumentException.class, () -> RelayLine.parse("mailstore aaa." + name + "aaaa"));
    assertTrue(TableNames.isLocalPart("a".repeat(64)));
    assertFalse(TableNames.isLocalPart("a".repeat(65)));
  }

  @Test
  void aLineIsFoundByItsNameOrByTheAddressThatItDenies() {
    assertEquals("klant.nl", RelayLine.parse("domain klant.nl 192.0.2.25").key());
    assertEquals("klant.nl", RelayLine.parse("recipient info@klant.nl").key());
    assertEquals("store", RelayLine.parse("store 192.0.2.50").key());
    assertEquals("4c0000209", RelayLine.parse("deny 192.0.2.9 AB-2026-0007").key());
  }

  @Test
  void mutatedLinesAreReadAsThemselvesOrNotAtAll() {
    String[] seeds = {
      "domain klant.nl 192.0.2.25 2001:db8::25",
      "mailstore xn--strae-oqa.example",
      "recipient info@klant.nl",
      "deny 192.0.2.0/24 AB-2026-0007",
      "store 192.0.2.50 2001:db8::50"
    };
    String alphabet = "0123456789abcdefxAB.:/@-_# domainmailstorerecipientdeny\n\t\0%\u00e9\uff0e";
    MutatedLines.assertRead(
        seeds,
        alphabet,
        text -> {
          String read = RelayLine.parse(text).toString();
          assertTrue(read.matches("[!-~]+( [!-~]+)+"), read);
          return read;
        });
  }
}
