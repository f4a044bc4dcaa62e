package nl.poort25.mx;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.poort25.domain.Registration;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.text.Text;

/**
 * What the page of a domain tells of its DNS.
 *
 * @param running whether a look is on its way
 * @param checkedAt null before the first look, and then so are verdict, TTL and cache
 * @param ttl how long a change takes to be seen everywhere; null where that is unknown
 * @param cachedUntil until when a look may show what was, after a change; null where unknown
 * @param pointsHere the records that send mail to the relays; empty for none
 * @param proofInstead what stood in place of the proof at the last look; null where it was not
 *     asked for, or seen
 * @param proofUnknown why nothing can be said of the proof at the last look; null where that could
 * @param zone who runs the DNS; null where the last look did not ask
 * @param proofEnds when the term of a lost proof is over, or null
 */
public record DnsReport(
    boolean running,
    Instant checkedAt,
    MxVerdict verdict,
    Duration ttl,
    Instant cachedUntil,
    String pointsHere,
    MxRecordsToCopy copy,
    String proofRecord,
    ProofPanel proofPanel,
    List<String> proofInstead,
    Text proofUnknown,
    Instant proofEnds,
    ZoneNameServers zone) {
  /**
   * The proof record for a control panel.
   *
   * @param hosts its name in each zone that it can lie in, the likely one first
   */
  public record ProofPanel(List<PanelHost> hosts, String value) {}

  /** What control panels propose. */
  private static final Duration PROPOSED_TTL = Duration.ofHours(1);

  static DnsReport of(
      Registration registration,
      Optional<DnsCheck> check,
      MxEvaluator judge,
      Instant proofEnds,
      Instant now) {
    String name = registration.getName();
    var answer = check.flatMap(DnsCheck::getMxAnswer);
    var proof = DnsChecks.proofRecord(registration);
    String zoneTop = check.flatMap(DnsCheck::getZoneTop).orElse(null);
    var verdict = answer.map(a -> judge.judge(name, a));
    return new DnsReport(
        check.filter(c -> c.isRunning(now)).isPresent(),
        check.map(DnsCheck::getCheckedAt).orElse(null),
        verdict.orElse(null),
        answer.flatMap(DnsReport::ttl).orElse(null),
        check.map(DnsCheck::getMxFreshUntil).filter(now::isBefore).orElse(null),
        verdict.map(v -> words(judge.recordsToRelays(v))).orElse(""),
        new MxRecordsToCopy(name, judge.wanted(), PROPOSED_TTL, zoneTop),
        proof.inZoneFile(),
        new ProofPanel(proof.panelHosts(zoneTop), proof.value()),
        check.flatMap(DnsCheck::getProofAnswer).map(DnsReport::instead).orElse(null),
        check.flatMap(DnsCheck::getProofAnswer).map(DnsReport::unknown).orElse(null),
        proofEnds,
        check.flatMap(DnsCheck::getZone).orElse(null));
  }

  /** What the MX records are judged by. */
  public Citation cites() {
    return Article.A3_10.policy();
  }

  /** Whether nothing is known yet, nor about to be. */
  public boolean isUntold() {
    return verdict == null && !running;
  }

  /** Why the partner has nothing to change where the provider runs the DNS. */
  public Citation byProvider() {
    return Article.A3_12.policy();
  }

  /** Where the name is an alias: of what; or null. */
  public Text note() {
    return verdict.note().orElse(null);
  }

  /** How many records of a set are not right, or missing from it. */
  public long recordsAtFault() {
    return verdict == null || verdict.reason() != MxVerdict.Reason.RECORDS_AT_FAULT
        ? 0
        : verdict.findings().stream().filter(MxFinding::isFault).count();
  }

  private static Optional<Duration> ttl(DnsAnswer<MxRecord> answer) {
    return answer.visibleFrom(Instant.EPOCH).map(then -> Duration.between(Instant.EPOCH, then));
  }

  private static String words(List<MxRecord> records) {
    return records.stream().map(MxRecord::toString).collect(Collectors.joining(", "));
  }

  private static List<String> instead(ProofRecord.Outcome outcome) {
    return outcome instanceof ProofRecord.Outcome.NotSeen not ? not.instead() : null;
  }

  private static Text unknown(ProofRecord.Outcome outcome) {
    return outcome instanceof ProofRecord.Outcome.Unknown unknown
        ? Text.of("mx.cause." + unknown.cause())
        : null;
  }
}
