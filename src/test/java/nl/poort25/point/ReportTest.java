package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import nl.poort25.web.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private static final byte[] RAW = "{\"nftables\": []}\n".getBytes(UTF_8);

  private static String text(String readBack) {
    return "poort25-report 1\ngeneration 42\noutcome applied\nmessage all well\nreadback "
        + readBack
        + "\n\n";
  }

  private static String whole() {
    return text(Sha256.hex(RAW) + " " + RAW.length) + new String(RAW, UTF_8);
  }

  private static Report parse(String text) {
    return Report.parse(text.getBytes(UTF_8));
  }

  @Test
  void aReportIsReadAsItWasWritten() {
    var report = parse(whole());
    assertEquals(42, report.generation());
    assertEquals(Report.Outcome.APPLIED, report.outcome());
    assertEquals("all well", report.message());
    assertArrayEquals(RAW, report.readBack());
    assertNull(parse(text(Sha256.hex(RAW) + " same")).readBack());
    assertEquals("", parse(whole().replace("message all well", "message ")).message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "poort25-report 1|poort25-report 2",
        "generation 42|generation -1",
        "generation 42|generation 042 ",
        "outcome applied|outcome APPLIED",
        "outcome applied|outcome well",
        "message all well|message all\u0007well",
        "message all well|message all\nwell",
        "readback |readback  ",
        "nftables|nftablet",
      })
  void anythingElseIsRefused(String change) {
    String[] parts = change.split("\\|");
    assertThrows(
        IllegalArgumentException.class, () -> parse(whole().replace(parts[0], parts[1])), change);
  }

  @Test
  void aReportCutOffIsRefused() {
    String whole = whole();
    for (int length = 0; length < whole.length(); length++) {
      String cut = whole.substring(0, length);
      assertThrows(IllegalArgumentException.class, () -> parse(cut), cut);
    }
    assertThrows(IllegalArgumentException.class, () -> parse(whole + "x"));
  }

  @Test
  void fuzzedReportsAreReadOrRefusedAndNothingElse() {
    var random = new Random(25);
    byte[] good = whole().getBytes(UTF_8);
    for (int i = 0; i < 12_000; i++) {
      try {
        var report = Report.parse(Fuzz.altered(good, random));
        assertArrayEquals(RAW, report.readBack());
      } catch (IllegalArgumentException e) {
        // refused
      }
    }
  }
}
