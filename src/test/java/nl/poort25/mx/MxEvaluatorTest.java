package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.poort25.mx.DnsAnswer.Found;
import nl.poort25.mx.MxFinding.Cure;
import nl.poort25.mx.MxFinding.Kind;
import nl.poort25.mx.MxVerdict.Outcome;
import org.junit.jupiter.api.Test;

class MxEvaluatorTest {
  private static final MxEvaluator JUDGE = judge("10 relay.example", "20 relay1.example");

  @Test
  void knowsNoRelaysButThoseItIsGiven() {
    assertEquals(Outcome.CORRECT, verdict(JUDGE, "10 relay.example", "20 relay1.example"));
    assertEquals(Outcome.WRONG, verdict(JUDGE, "10 smtp.routit.net", "20 smtp1.routit.net"));
    assertEquals(Outcome.CORRECT, verdict(judge("5 one.example"), "5 one.example", "6 x.example"));
  }

  @Test
  void refusesToJudgeWithoutRelays() {
    assertThrows(IllegalArgumentException.class, () -> judge());
    assertThrows(IllegalArgumentException.class, () -> judge("0 ."));
  }

  @Test
  void saysOfADuplicateOnce() {
    assertEquals(2, findings("10 relay.example", "10 RELAY.example.", "20 relay1.example").size());
  }

  @Test
  void changesARelayWithAWrongPreferenceAndAddsNothing() {
    List<MxFinding> findings = findings("15 relay.example", "20 relay1.example");
    assertEquals(2, findings.size());
    assertFinding(
        findings.get(0),
        Kind.WRONG_PREFERENCE,
        Cure.CHANGE,
        "15 relay.example",
        "10 relay.example");
  }

  @Test
  void makesOneWantedRecordOfTwoFaultyOnes() {
    List<MxFinding> findings = findings("5 relay.example", "15 relay.example", "20 relay1.example");
    assertFinding(
        findings.get(0), Kind.WRONG_PREFERENCE, Cure.CHANGE, "5 relay.example", "10 relay.example");
    assertFinding(findings.get(1), Kind.NOT_ABOVE, Cure.REMOVE_OR_RAISE, "15 relay.example", null);
  }

  @Test
  void doesNotCallSwappedWhatOnlySharesAPreference() {
    List<MxFinding> findings = findings("20 relay.example", "20 relay1.example");
    assertFinding(
        findings.get(0),
        Kind.WRONG_PREFERENCE,
        Cure.CHANGE,
        "20 relay.example",
        "10 relay.example");
  }

  @Test
  void cyclesOfThreeRelaysAreWrongPreferences() {
    MxEvaluator three = judge("10 a.example", "20 b.example", "30 c.example");
    List<MxFinding> findings =
        three
            .judge("klant.example", found("10 b.example", "20 c.example", "30 a.example"))
            .findings();
    assertTrue(findings.stream().allMatch(f -> f.kind() == Kind.WRONG_PREFERENCE));
  }

  @Test
  void writesTheDotOfANameThatIsNeeded() {
    assertFinding(
        findings("10 relay.example.klant.example", "20 relay1.example").get(0),
        Kind.LOOKS_UNDOTTED,
        Cure.WRITE_DOT,
        "10 relay.example.klant.example",
        "10 relay.example");
  }

  @Test
  void removesANameWithoutDotWhereTheRightOneIsThereToo() {
    assertFinding(
        findings("10 relay.example", "10 relay.example.klant.example", "20 relay1.example").get(1),
        Kind.LOOKS_UNDOTTED,
        Cure.REMOVE,
        "10 relay.example.klant.example",
        "10 relay.example");
  }

  @Test
  void letsANameWithoutDotStayAboveTheRelays() {
    assertEquals(
        Outcome.CORRECT,
        verdict(JUDGE, "10 relay.example", "20 relay1.example", "30 relay.example.klant.example"));
  }

  @Test
  void doesNotTakeAnotherNameForOneWithoutDot() {
    List<MxFinding> findings = findings("10 relay.examples", "20 relay1.example");
    assertEquals(
        List.of(Kind.MISSING, Kind.NOT_ABOVE, Kind.RIGHT),
        findings.stream().map(MxFinding::kind).toList());
  }

  @Test
  void isVisibleOneTtlAfterTheChange() {
    var change = Instant.parse("2026-11-26T10:00:00Z");
    assertEquals(
        Optional.of(change.plusSeconds(3600)), found("10 relay.example").visibleFrom(change));
    var negative = Optional.of(Duration.ofMinutes(10));
    var later = Optional.of(change.plusSeconds(600));
    assertEquals(later, new DnsAnswer.NoData<>("klant.example", negative).visibleFrom(change));
    assertEquals(later, new DnsAnswer.NxDomain<>("klant.example", negative).visibleFrom(change));
  }

  @Test
  void isVisibleNobodyKnowsWhenWithoutTtl() {
    var change = Instant.parse("2026-11-26T10:00:00Z");
    assertFalse(
        new DnsAnswer.NxDomain<>("k.example", Optional.empty()).visibleFrom(change).isPresent());
    assertFalse(
        new DnsAnswer.Unavailable<>(DnsAnswer.Cause.TIMEOUT).visibleFrom(change).isPresent());
  }

  private static void assertFinding(
      MxFinding finding, Kind kind, Cure cure, String record, String wanted) {
    assertEquals(
        new MxFinding(
            kind,
            cure,
            MxRecord.parse(record),
            Optional.ofNullable(wanted).map(MxRecord::parse),
            20),
        finding);
  }

  private static MxEvaluator judge(String... wanted) {
    return new MxEvaluator(Arrays.stream(wanted).map(MxRecord::parse).toList());
  }

  private static Found<MxRecord> found(String... records) {
    return new Found<>(
        "klant.example", Arrays.stream(records).map(MxRecord::parse).toList(), Duration.ofHours(1));
  }

  private static List<MxFinding> findings(String... records) {
    return JUDGE.judge("klant.example", found(records)).findings();
  }

  private static Outcome verdict(MxEvaluator judge, String... records) {
    return judge.judge("klant.example", found(records)).outcome();
  }
}
