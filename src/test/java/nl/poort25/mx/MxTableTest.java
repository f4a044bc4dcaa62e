package nl.poort25.mx;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.MxVerdict.Outcome;
import nl.poort25.mx.MxVerdict.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** POLICY 3's table "What the MX check must say", from the server's bytes to the verdict. */
class MxTableTest {
  private static final TestDns SERVER = TestDns.start();
  private static final Dns DNS = new DnsJava(SERVER.address(), Duration.ofMillis(200), 1);
  private static final MxEvaluator JUDGE =
      new MxEvaluator(
          List.of(MxRecord.parse("10 smtp.routit.net"), MxRecord.parse("20 smtp1.routit.net")));

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 smtp.routit.net, 20 smtp1.routit.net | CORRECT | RIGHT, RIGHT",
        "10 smtp.routit.net, 20 smtp1.routit.net, 30 backup.example.net | CORRECT"
            + " | RIGHT, RIGHT, MAY_STAY",
        "10 smtp.routit.net, 20 smtp1.routit.net, 21 backup.example.net | CORRECT"
            + " | RIGHT, RIGHT, MAY_STAY",
        "10 smtp.routit.net, 20 smtp1.routit.net, 30 smtp.routit.net | CORRECT"
            + " | RIGHT, RIGHT, MAY_STAY",
        "10 smtp.routit.net, 20 smtp1.routit.net, 20 backup.example.net | WRONG"
            + " | RIGHT, NOT_ABOVE, RIGHT",
        "10 smtp.routit.net, 20 smtp1.routit.net, 5 mail.example.net | WRONG"
            + " | NOT_ABOVE, RIGHT, RIGHT",
        "10 smtp.routit.net, 20 smtp1.routit.net, 5 smtp.routit.net | WRONG"
            + " | NOT_ABOVE, RIGHT, RIGHT",
        "10 smtp.routit.net | WRONG | RIGHT, MISSING",
        "20 smtp.routit.net, 10 smtp1.routit.net | WRONG | SWAPPED, SWAPPED",
        "10 SMTP.RoutIT.net., 20 smtp1.ROUTIT.NET. | CORRECT | RIGHT, RIGHT",
        "10 smtp.routit.net.example.nl, 20 smtp1.routit.net | WRONG | LOOKS_UNDOTTED, RIGHT",
        "0 . | WRONG | NULL_MX, MISSING, MISSING",
        "0 ., 10 smtp.routit.net, 20 smtp1.routit.net | WRONG | NULL_MX, RIGHT, RIGHT",
        // beyond the table
        "0 mail.example.net | WRONG | NOT_ABOVE, MISSING, MISSING",
        "0 smtp.routit.net, 20 smtp1.routit.net | WRONG | WRONG_PREFERENCE, RIGHT",
        "30 smtp.routit.net, 20 smtp1.routit.net | WRONG | MISSING, RIGHT, MAY_STAY",
        "30 ., 10 smtp.routit.net, 20 smtp1.routit.net | WRONG | RIGHT, RIGHT, NULL_MX",
        "20 smtp.routit.net, 10 smtp.routit.net, 20 smtp1.routit.net | WRONG"
            + " | RIGHT, NOT_ABOVE, RIGHT",
        "10 smtp.routit.net, 10 smtp.routit.net, 20 smtp1.routit.net | CORRECT | RIGHT, RIGHT",
      })
  void judgesEveryRowInAnyOrder(String records, Outcome outcome, String kinds) {
    for (List<String> order : orders(List.of(records.split(", ")))) {
      SERVER.name(
          "klant.example", order.stream().map(record -> "MX " + record).toArray(String[]::new));
      MxVerdict verdict = JUDGE.judge("klant.example", DNS.mx("klant.example").join());
      assertEquals(outcome, verdict.outcome(), order::toString);
      assertEquals(
          kinds,
          verdict.findings().stream().map(finding -> finding.kind().name()).collect(joining(", ")),
          order::toString);
    }
  }

  @Test
  void saysWrongOfANameWithoutMx() {
    SERVER.name("klant.example", "A 192.0.2.1");
    MxVerdict verdict = JUDGE.judge("klant.example", DNS.mx("klant.example").join());
    assertEquals(Outcome.WRONG, verdict.outcome());
    assertEquals(Reason.NO_MX, verdict.reason());
    assertEquals(2, verdict.findings().size());
  }

  @Test
  void saysWrongOfANameThatDoesNotExist() {
    MxVerdict verdict = JUDGE.judge("none.example", DNS.mx("none.example").join());
    assertEquals(Outcome.WRONG, verdict.outcome());
    assertEquals(Reason.NO_SUCH_NAME, verdict.reason());
  }

  static List<Arguments> troubles() {
    return List.of(
        Arguments.of(Script.SERVFAIL, Cause.SERVFAIL),
        Arguments.of(Script.SILENT, Cause.TIMEOUT),
        Arguments.of(Script.REFUSED, Cause.REFUSED),
        Arguments.of(Script.LAME, Cause.LAME),
        Arguments.of(Script.LYING_COUNT, Cause.MALFORMED),
        Arguments.of(Script.LYING_TCP_LENGTH, Cause.MALFORMED));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void saysUnknownWithTheCauseWhereNothingCanBeSaid(Script script, Cause cause) {
    SERVER.name("down.example", "MX 10 smtp.routit.net").script("down.example", script);
    MxVerdict verdict = JUDGE.judge("down.example", DNS.mx("down.example").join());
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(cause), verdict.cause());
    assertTrue(verdict.findings().isEmpty());
  }

  @Test
  void judgesTheRecordsBehindAnAlias() {
    SERVER.name("alias.example", "CNAME real.example");
    SERVER.name("real.example", "MX 10 smtp.routit.net", "MX 20 smtp1.routit.net");
    MxVerdict verdict = JUDGE.judge("alias.example", DNS.mx("alias.example").join());
    assertEquals(Outcome.CORRECT, verdict.outcome());
    assertEquals(
        List.of("alias.example", "real.example"), verdict.note().orElseThrow().arguments());
  }

  @Test
  void judgesWhatCameByTcpAfterATruncatedAnswer() {
    SERVER.name("big.example", "MX 10 smtp.routit.net", "MX 20 smtp1.routit.net");
    SERVER.script("big.example", Script.TRUNCATED);
    assertEquals(
        Outcome.CORRECT, JUDGE.judge("big.example", DNS.mx("big.example").join()).outcome());
  }

  @Test
  void namesEveryRecordOfASetOfFifty() {
    List<String> records = new ArrayList<>(List.of("MX 20 smtp1.routit.net"));
    IntStream.range(0, 48).mapToObj(i -> "MX 15 mx.host-" + i + ".example").forEach(records::add);
    records.add("MX 10 smtp.routit.net");
    SERVER.name("fifty.example", records.toArray(String[]::new));
    MxVerdict verdict = JUDGE.judge("fifty.example", DNS.mx("fifty.example").join());
    assertEquals(50, verdict.findings().size());
    assertEquals(48, verdict.findings().stream().filter(MxFinding::isFault).count());
  }

  private static List<List<String>> orders(List<String> records) {
    if (records.size() < 2) {
      return List.of(records);
    }
    List<List<String>> all = new ArrayList<>();
    for (int first = 0; first < records.size(); first++) {
      List<String> rest = new ArrayList<>(records);
      String chosen = rest.remove(first);
      for (List<String> order : orders(rest)) {
        List<String> whole = new ArrayList<>(List.of(chosen));
        whole.addAll(order);
        all.add(whole);
      }
    }
    return all;
  }
}
