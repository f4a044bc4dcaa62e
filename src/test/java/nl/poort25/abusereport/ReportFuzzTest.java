package nl.poort25.abusereport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.it.Mutations;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, reading them ends soon, in reports and in refusals that say why. */
class ReportFuzzTest {
  private static final int INPUTS = Trials.of(20_000);

  @Test
  void nothingElseIsEverThrown() {
    var seeds =
        new ArrayList<>(
            List.of(
                Samples.bytes(Samples.arf()),
                Samples.bytes(Samples.arf(Samples.FIELDS, "text/rfc822-headers", Samples.HEADERS)),
                Samples.bytes(Samples.xarf()),
                Samples.bytes("From x\n" + Samples.arf() + "\nFrom y\n" + Samples.arf())));
    seeds.addAll(Mutations.cases("abuse"));
    var mutations = new Mutations(25);
    int read = 0;
    int refused = 0;
    int unforeseen = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = mutations.of(seeds);
      var messages =
          assertTimeout(
              Duration.ofSeconds(2),
              () ->
                  input.length == 0
                      ? List.<ReportUpload.Message>of()
                      : ReportUpload.read(input, Samples.LIMITS).messages());
      for (var message : messages) {
        read += message.report() == null ? 0 : 1;
        refused += message.report() == null ? 1 : 0;
        unforeseen += isUnforeseen(message) ? 1 : 0;
      }
    }
    assertTrue(
        read > INPUTS / 40 && refused > INPUTS / 20, read + " read, " + refused + " refused");
    assertEquals(0, unforeseen, "a reader failed without saying why");
  }

  private static boolean isUnforeseen(ReportUpload.Message message) {
    return message.refusal() != null
        && message.refusal().key().equals("abuse.report.refused.unreadable");
  }

  /** In a mailbox file, between two that can be read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"source_port\": 54321",
        "\"smtp_from\": \"klager@klacht.example\"",
        "\"report_id\": \"a1b2c3d4-e5f6-4890-abcd-ef1234567890\"",
        "\"timestamp\": \"2026-11-23T07:58:02Z\"",
        "\"org\": \"Klager\""
      })
  void aNumberOf1101DigitsIsTheFaultOfItsReportAlone(String field) {
    String name = field.substring(0, field.indexOf(':'));
    String number = name + ": " + "9".repeat(1101);
    String bad =
        "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/json\n\n"
            + Samples.xarf().replace(field, number)
            + "\n--x--\n";
    String file = "From a\n" + Samples.arf() + "\nFrom b\n" + bad + "\nFrom c\n" + Samples.arf();
    var messages = ReportUpload.read(Samples.bytes(file), Samples.LIMITS).messages();
    assertEquals(3, messages.size());
    assertNotNull(messages.get(0).report());
    var one = messages.get(1).report();
    assertTrue(one == null ? messages.get(1).refusal() != null : one.source() != null);
    assertNotNull(messages.get(2).report());
  }
}
