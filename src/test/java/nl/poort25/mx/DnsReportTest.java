package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.poort25.account.Partner;
import nl.poort25.domain.Origin;
import nl.poort25.domain.Registration;
import nl.poort25.domain.RegistrationAction;
import nl.poort25.domain.RegistrationRequest;
import nl.poort25.domainname.DomainName;
import nl.poort25.mx.DnsAnswer.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsReportTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final MxEvaluator JUDGE =
      new MxEvaluator(
          List.of(MxRecord.parse("10 smtp.routit.net"), MxRecord.parse("20 smtp1.routit.net")));
  private final Registration registration =
      new Registration(
          new Partner("Havenkantoor ICT", NOW),
          null,
          new RegistrationRequest(
              DomainName.parse("klant.nl"), RegistrationAction.DO_NOT_MOVE, false, null),
          Origin.ADMINISTRATIVE,
          "0123456789abcdef",
          NOW);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 smtp.routit.net, 20 smtp1.routit.net | 10 smtp.routit.net, 20 smtp1.routit.net",
        "10 smtp.routit.net | 10 smtp.routit.net",
        "20 smtp.routit.net, 10 smtp1.routit.net | 10 smtp1.routit.net, 20 smtp.routit.net",
        "5 smtp.routit.net, 30 mail.klant.nl | 5 smtp.routit.net",
        "10 mail.klant.nl, 30 SMTP1.RoutIT.net. | 30 smtp1.routit.net",
        "10 mail.klant.nl | ''",
        "10 smtp.routit.net.klant.nl | ''",
        "0 . | ''"
      })
  void namesTheRecordsThatSendMailToTheRelays(String found, String pointing) {
    assertEquals(pointing, report(found(found)).pointsHere());
  }

  @Test
  void namesNoRecordThatIsOnlyWanted() {
    var none = new DnsAnswer.NoData<MxRecord>("klant.nl", Optional.of(Duration.ofMinutes(10)));
    assertEquals("", report(none).pointsHere());
  }

  @Test
  void tellsTheTtlAlsoOfAMissingRecord() {
    assertEquals(Duration.ofHours(1), report(found("10 mail.klant.nl")).ttl());
    var none = new DnsAnswer.NoData<MxRecord>("klant.nl", Optional.of(Duration.ofMinutes(10)));
    assertEquals(Duration.ofMinutes(10), report(none).ttl());
    assertNull(report(new DnsAnswer.NxDomain<>("klant.nl", Optional.empty())).ttl());
    assertNull(report(new DnsAnswer.Unavailable<>(Cause.SERVFAIL)).ttl());
  }

  @Test
  void tellsUntilWhenTheResolverMayRepeatItself() {
    var check = looked(found("10 mail.klant.nl"));
    assertEquals(NOW.plusSeconds(3600), at(NOW.plusSeconds(3599), check).cachedUntil());
    assertNull(at(NOW.plusSeconds(3600), check).cachedUntil());
  }

  @Test
  void saysNothingBeforeTheFirstLook() {
    var report = DnsReport.of(registration, Optional.empty(), JUDGE, null, NOW);
    assertFalse(report.running());
    assertNull(report.verdict());
    assertNull(report.checkedAt());
    assertEquals("_poort25.klant.nl. IN TXT \"poort25=0123456789abcdef\"", report.proofRecord());
  }

  @Test
  void showsThatALookRunsUntilItMustHaveDied() {
    var check = new DnsCheck(1, NOW);
    assertFalse(at(NOW, check).running());
    check.begin(NOW);
    assertTrue(at(NOW.plusSeconds(1), check).running());
    assertFalse(at(NOW.plus(DnsCheck.LONGEST), check).running());
  }

  @Test
  void tellsWhatStoodInPlaceOfTheProof() {
    var check = new DnsCheck(1, NOW);
    var instead = new ProofRecord.Outcome.NotSeen(List.of("poort25=ander"));
    var mx = found("10 mail.klant.nl");
    check.recordResult(
        new DnsCheckResult(
            mx,
            JUDGE.judge("klant.nl", mx).outcome(),
            Optional.of(instead),
            Optional.empty(),
            Optional.empty()),
        true,
        NOW);
    assertEquals(List.of("poort25=ander"), at(NOW, check).proofInstead());
    assertNull(report(mx).proofInstead());
  }

  private DnsReport report(DnsAnswer<MxRecord> answer) {
    return at(NOW, looked(answer));
  }

  private DnsCheck looked(DnsAnswer<MxRecord> answer) {
    var check = new DnsCheck(1, NOW);
    check.recordResult(
        new DnsCheckResult(
            answer,
            JUDGE.judge("klant.nl", answer).outcome(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        true,
        NOW);
    return check;
  }

  private DnsReport at(Instant now, DnsCheck check) {
    return DnsReport.of(registration, Optional.of(check), JUDGE, null, now);
  }

  private static DnsAnswer<MxRecord> found(String records) {
    return new DnsAnswer.Found<>(
        "klant.nl",
        Arrays.stream(records.split(",")).map(MxRecord::parse).toList(),
        Duration.ofHours(1));
  }
}
