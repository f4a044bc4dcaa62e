package nl.poort25.point;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What a point fetched last, what it reported, and which state its read-back showed. */
@Embeddable
public class ReportedState {
  @Column(name = "fetched_number")
  private long fetchedNumber;

  @Column(name = "fetched_at")
  private Instant fetchedAt;

  @Column(name = "applied_number")
  private long appliedNumber;

  @Column(name = "applied_at")
  private Instant appliedAt;

  @Column(name = "reported_number")
  private long reportedNumber;

  @Enumerated(EnumType.STRING)
  private PointReport.Outcome outcome;

  private String message;

  @Column(name = "reported_at")
  private Instant reportedAt;

  @Column(name = "read_back_digest")
  private String readBackDigest;

  @Column(name = "read_back_at")
  private Instant readBackAt;

  @Embedded private AgentVersion agent;

  @Column(name = "drift_since")
  private Instant driftSince;

  private int missing;
  private int surplus;

  protected ReportedState() {}

  void recordFetch(long number, Instant now) {
    if (number != fetchedNumber) {
      fetchedNumber = number;
      fetchedAt = now;
    }
  }

  void recordReport(PointReport report, Instant now) {
    reportedNumber = report.generation();
    outcome = report.outcome();
    message = report.message().isEmpty() ? null : report.message();
    reportedAt = now;
    readBackDigest = report.digest();
    readBackAt = now;
    agent = report.agent();
  }

  /** True if it was another before. */
  boolean recordHeld(long number, Instant now) {
    driftSince = null;
    missing = 0;
    surplus = 0;
    boolean changed = appliedNumber != number;
    if (changed) {
      appliedNumber = number;
      appliedAt = now;
    }
    return changed;
  }

  void recordDrift(Drift found, Instant now) {
    driftSince = driftSince == null ? now : driftSince;
    missing = found.missing().size();
    surplus = found.surplus().size();
  }

  /** What it holds is not known here. */
  void recordUnknown(Instant now) {
    driftSince = driftSince == null ? now : driftSince;
    missing = 0;
    surplus = 0;
  }

  /** What it held before counts no more, and what it would change is not amiss. */
  void reset() {
    appliedNumber = 0;
    appliedAt = null;
    clearDrift();
  }

  /** It is not amiss, or no longer of interest; how much it was stays to be seen. */
  void clearDrift() {
    driftSince = null;
  }

  boolean isAt(long number) {
    return appliedNumber >= number && driftSince == null;
  }

  boolean isJust(long number) {
    return appliedNumber == number && driftSince == null;
  }

  boolean hasFailedAt(long number) {
    return outcome != null && outcome.isFailure() && fetchedNumber >= number && !isAt(number);
  }

  public long getFetchedNumber() {
    return fetchedNumber;
  }

  public Instant getFetchedAt() {
    return fetchedAt;
  }

  public long getAppliedNumber() {
    return appliedNumber;
  }

  public Instant getAppliedAt() {
    return appliedAt;
  }

  public long getReportedNumber() {
    return reportedNumber;
  }

  public PointReport.Outcome getOutcome() {
    return outcome;
  }

  public String getMessage() {
    return message;
  }

  public Instant getReportedAt() {
    return reportedAt;
  }

  public String getReadBackDigest() {
    return readBackDigest;
  }

  public Instant getReadBackAt() {
    return readBackAt;
  }

  /** Null where it does not tell, which agents of before format 2 do not. */
  public AgentVersion getAgent() {
    return agent;
  }

  public Instant getDriftSince() {
    return driftSince;
  }

  /** How many lines should be there and are not. */
  public int getMissing() {
    return missing;
  }

  /** How many lines should not be there. */
  public int getSurplus() {
    return surplus;
  }
}
