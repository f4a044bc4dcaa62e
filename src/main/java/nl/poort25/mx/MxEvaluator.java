package nl.poort25.mx;

import java.util.List;
import java.util.Optional;
import nl.poort25.mx.MxVerdict.Reason;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Judges MX records by articles 3.10 and 3.11.
 *
 * @param wanted the relays; every other record must be gone or have a preference above all of them
 */
public record MxEvaluator(List<MxRecord> wanted) {
  public MxEvaluator {
    wanted = wanted.stream().distinct().sorted().toList();
    if (wanted.isEmpty() || wanted.stream().anyMatch(MxRecord::isNullMx)) {
      throw new IllegalArgumentException("no relays: " + wanted);
    }
  }

  /** The judge of whoever should point to the relays of the settings. */
  public static MxEvaluator of(Settings settings) {
    return new MxEvaluator(settings.list(Setting.RELAYS).stream().map(MxRecord::parse).toList());
  }

  /**
   * Judges what the DNS said.
   *
   * @param name in A-label form, lower case, without a final dot
   */
  public MxVerdict judge(String name, DnsAnswer<MxRecord> answer) {
    if (answer instanceof DnsAnswer.Found<MxRecord> found) {
      List<MxFinding> findings = MxFindings.of(wanted, found.records());
      boolean fault = findings.stream().anyMatch(MxFinding::isFault);
      Reason reason = fault ? Reason.RECORDS_AT_FAULT : Reason.CORRECT;
      return new MxVerdict(name, found.owner(), reason, Optional.empty(), findings);
    } else if (answer instanceof DnsAnswer.NoData<MxRecord> none) {
      List<MxFinding> missing = MxFindings.of(wanted, List.of());
      return new MxVerdict(name, none.owner(), Reason.NO_MX, Optional.empty(), missing);
    } else if (answer instanceof DnsAnswer.NxDomain<MxRecord> none) {
      return new MxVerdict(name, none.owner(), Reason.NO_SUCH_NAME, Optional.empty(), List.of());
    }
    var cause = ((DnsAnswer.Unavailable<MxRecord>) answer).cause();
    return new MxVerdict(name, name, Reason.UNAVAILABLE, Optional.of(cause), List.of());
  }

  /** The records, right or wrong, by which mail is sent to the relays. */
  List<MxRecord> recordsToRelays(MxVerdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.kind() != MxFinding.Kind.MISSING)
        .map(MxFinding::record)
        .filter(record -> isRelay(record.host()))
        .toList();
  }

  private boolean isRelay(String host) {
    return wanted.stream().anyMatch(relay -> relay.host().equals(host));
  }
}
