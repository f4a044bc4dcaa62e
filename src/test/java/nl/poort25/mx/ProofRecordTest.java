package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.ProofRecord.Outcome.NotSeen;
import nl.poort25.mx.ProofRecord.Outcome.Seen;
import nl.poort25.mx.ProofRecord.Outcome.Unknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofRecordTest {
  private static final ProofRecord PROOF = new ProofRecord("klant.example", "tok_EN-1234");

  private final TestDns server = TestDns.start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void isARecordToCopy() {
    assertEquals("_poort25.klant.example. IN TXT \"poort25=tok_EN-1234\"", PROOF.inZoneFile());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"poort25=tok_EN-1234\"",
        "\"poort25=tok\" \"_EN-1234\"",
        "\"\\\"poort25=tok_EN-1234\\\"\"",
        "\" poort25=tok_EN-1234 \""
      })
  void seesItsTokenAmongOthers(String txt) {
    assertEquals(new Seen(), judge("TXT \"something else\"", "TXT " + txt));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "poort25=tok_en-1234",
        "poort25=tok_EN-12345",
        "xpoort25=tok_EN-1234",
        "tok_EN-1234",
        "poort25="
      })
  void doesNotTakeAnotherTextForItsToken(String txt) {
    assertEquals(new NotSeen(List.of(txt)), judge("TXT \"" + txt + "\""));
  }

  @Test
  void seesNothingWhereNothingIs() {
    assertEquals(new NotSeen(List.of()), judge("A 192.0.2.1"));
    server.forget(PROOF.owner());
    assertEquals(new NotSeen(List.of()), PROOF.judge(ask()));
  }

  @Test
  void saysUnknownWhereNothingCanBeSaid() {
    server.name(PROOF.owner()).script(PROOF.owner(), Script.SERVFAIL);
    assertEquals(new Unknown(Cause.SERVFAIL), PROOF.judge(ask()));
  }

  @Test
  void showsForeignTextShortAndWithoutControlCharacters() {
    var found =
        new DnsAnswer.Found<>(
            PROOF.owner(), Collections.nCopies(50, "a\n\u202eb" + "x".repeat(999)), Duration.ZERO);
    var instead = ((NotSeen) PROOF.judge(found)).instead();
    assertEquals(10, instead.size());
    assertEquals("a\ufffd\ufffdb" + "x".repeat(251) + "…", instead.get(0));
  }

  @Test
  void refusesATokenThatNeedsQuoting() {
    assertThrows(
        IllegalArgumentException.class, () -> new ProofRecord("klant.example", "a\"b c;d12"));
  }

  private ProofRecord.Outcome judge(String... records) {
    server.name(PROOF.owner(), records);
    return PROOF.judge(ask());
  }

  private DnsAnswer<String> ask() {
    return new DnsJava(server.address(), Duration.ofSeconds(5), 1).txt(PROOF.owner()).join();
  }
}
