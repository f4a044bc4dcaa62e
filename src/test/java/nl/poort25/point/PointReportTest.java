package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import nl.poort25.web.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointReportTest {
  private static final byte[] RAW = "{\"nftables\": []}\n".getBytes(UTF_8);

  private static final String STATE = "5".repeat(64);

  private static String text(String readBack) {
    return "poort25-report 1\ngeneration 42\noutcome applied\nmessage all well\nreadback "
        + readBack
        + "\n\n";
  }

  /** In format 2, with what it saw. */
  private static String second(String seen) {
    String head =
        """
        poort25-report 2
        generation 42 %s
        outcome observed
        message all well
        agent 2.1a2b3c4d nft 1.0.6
        seen 2 86400
        readback %s %d

        """;
    return head.formatted(STATE, Sha256.hex(RAW), RAW.length) + seen + new String(RAW, UTF_8);
  }

  private static String second() {
    return second("seen 192.0.2.9 12 60\nseen 2001:db8:25::9 1 86399\n");
  }

  private static String whole() {
    return text(Sha256.hex(RAW) + " " + RAW.length) + new String(RAW, UTF_8);
  }

  private static PointReport parse(String text) {
    return PointReport.parse(text.getBytes(UTF_8));
  }

  @Test
  void aReportIsReadAsItWasWritten() {
    var report = parse(whole());
    assertEquals(42, report.generation());
    assertEquals(PointReport.Outcome.APPLIED, report.outcome());
    assertEquals("all well", report.message());
    assertArrayEquals(RAW, report.readBack());
    assertNull(parse(text(Sha256.hex(RAW) + " same")).readBack());
    assertEquals("", parse(whole().replace("message all well", "message ")).message());
  }

  @Test
  void theSecondFormatNamesTheAgentAndTheStateAndWhatWasSeen() {
    var report = parse(second());
    assertEquals(STATE, report.stateDigest());
    assertEquals("2.1a2b3c4d", report.agent().getVersion());
    assertEquals("nft", report.agent().getProgram());
    assertEquals("1.0.6", report.agent().getProgramVersion());
    assertArrayEquals(RAW, report.readBack());
    assertEquals(
        new ObservedConnections(
            86400L,
            false,
            List.of(
                new ObservedConnections.Sighting("192.0.2.9", 12, 60),
                new ObservedConnections.Sighting("2001:db8:25::9", 1, 86399))),
        report.sightings());
    assertTrue(parse(second().replace("seen 2 86400", "seen 2 86400 full")).sightings().full());
    var none = parse(second("").replace("seen 2 86400", "seen 0").replace(STATE, "-"));
    assertNull(none.sightings().seconds());
    assertNull(none.stateDigest());
    assertNull(parse(whole()).agent(), "format 1 does not tell");
    assertNull(parse(whole()).stateDigest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "poort25-report 2|poort25-report 1",
        "agent 2.1a2b3c4d nft 1.0.6\n|",
        "agent 2.1a2b3c4d|agent <b>",
        "generation 42 5|generation 42 x",
        "seen 2 86400|seen 3 86400",
        "seen 2 86400|seen 1 86400",
        "seen 2 86400|seen 2",
        "seen 2 86400|seen 99999 86400",
        "seen 192.0.2.9|seen 192.0.2.09",
        "seen 192.0.2.9|seen 192.0.2.0/24",
        "seen 192.0.2.9|seen ::ffff:192.0.2.9",
        "seen 192.0.2.9 12|seen 192.0.2.9 -12",
        "2001:db8:25::9|2001:db8:25:0::9",
      })
  void anythingElseInTheSecondFormatIsRefused(String change) {
    String[] parts = change.split("\\|", -1);
    String changed = second().replace(parts[0], parts[1]);
    assertThrows(IllegalArgumentException.class, () -> parse(changed), change);
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
    aReportCutOffIsRefused(whole());
    aReportCutOffIsRefused(second());
  }

  private static void aReportCutOffIsRefused(String whole) {
    for (int length = 0; length < whole.length(); length++) {
      String cut = whole.substring(0, length);
      assertThrows(IllegalArgumentException.class, () -> parse(cut), cut);
    }
    assertThrows(IllegalArgumentException.class, () -> parse(whole + "x"));
  }

  @Test
  void fuzzedReportsAreReadOrRefusedAndNothingElse() {
    var random = new Random(25);
    byte[][] good = {whole().getBytes(UTF_8), second().getBytes(UTF_8)};
    for (int i = 0; i < 12_000; i++) {
      try {
        var report = PointReport.parse(Fuzz.altered(good[i % 2], random));
        assertArrayEquals(RAW, report.readBack());
      } catch (IllegalArgumentException e) {
        // refused
      }
    }
  }
}
