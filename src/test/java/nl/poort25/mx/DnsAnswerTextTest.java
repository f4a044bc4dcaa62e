package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.DnsAnswer.Found;
import nl.poort25.mx.DnsAnswer.NoData;
import nl.poort25.mx.DnsAnswer.NxDomain;
import nl.poort25.mx.DnsAnswer.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsAnswerTextTest {
  @Test
  void keepsRecordsWithTheirTtl() {
    assertKept(
        "found 3600 klant.example\n10 smtp.routit.net\n0 .",
        new Found<>(
            "klant.example",
            List.of(new MxRecord(10, "smtp.routit.net"), new MxRecord(0, ".")),
            Duration.ofHours(1)));
  }

  @Test
  void keepsWhatIsNotThere() {
    assertKept(
        "no-record 600 klant.example",
        new NoData<>("klant.example", Optional.of(Duration.ofMinutes(10))));
    assertKept("no-name - klant.example", new NxDomain<>("klant.example", Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryCause(Cause cause) {
    assertKept("unavailable " + cause, new Unavailable<>(cause));
  }

  @Test
  void keepsHostsWithOddBytes() {
    assertKept(
        "found 1 k.example\n10 a\\032b\\.c.example",
        new Found<>(
            "k.example", List.of(new MxRecord(10, "a\\032b\\.c.example")), Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "found",
        "found 3600 klant.example",
        "found - klant.example\n10 a.example",
        "found x klant.example\n10 a.example",
        "found 3600 klant.example\n70000 a.example",
        "found 3600 klant.example\n10",
        "no-record 3600 klant.example\n10 a.example",
        "unavailable NOTHING",
        "unavailable TIMEOUT\n10 a.example",
        "perhaps 3600 klant.example"
      })
  void refusesOtherText(String text) {
    assertThrows(IllegalArgumentException.class, () -> DnsAnswerText.parse(text));
  }

  private static void assertKept(String text, DnsAnswer<MxRecord> answer) {
    assertEquals(text, DnsAnswerText.of(answer));
    assertEquals(answer, DnsAnswerText.parse(text));
  }
}
