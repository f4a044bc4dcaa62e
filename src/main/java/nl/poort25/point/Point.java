package nl.poort25.point;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.poort25.account.LinkToken;
import nl.poort25.enforcement.Target;
import nl.poort25.network.Cidr;
import nl.poort25.web.Conflict;

/** A firewall, relay or prober: what it is to hold, and what it was found to hold. */
@Entity
@Table(name = "enforcement_point")
public class Point {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @SuppressWarnings("UnusedVariable") // the index keeps it single
  @Column(name = "held_name")
  private String heldName;

  @Enumerated(EnumType.STRING)
  private Format format;

  @Enumerated(EnumType.STRING)
  private Target target;

  private boolean canary;

  @Column(name = "by_hand")
  private boolean byHand;

  private boolean enforcing;
  private String sources;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "retired_at")
  private Instant retiredAt;

  @Column(name = "seen_at")
  private Instant seenAt;

  @Column(name = "seen_from")
  private String seenFrom;

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
  private Report.Outcome outcome;

  private String message;

  @Column(name = "reported_at")
  private Instant reportedAt;

  @Column(name = "read_back_digest")
  private String readBackDigest;

  @Column(name = "read_back_at")
  private Instant readBackAt;

  @Column(name = "drift_since")
  private Instant driftSince;

  private int missing;
  private int surplus;

  // of what staff said of it: reports change the row several times a minute
  private int version;

  protected Point() {}

  /**
   * It only reports until staff has seen what it would change.
   *
   * @param canary whether it has a state before the others
   * @param sources where its token is taken from; none for anywhere
   */
  Point(String name, Format format, boolean canary, List<Cidr> sources, Instant now) {
    this.format = format;
    target = format.target();
    byHand = !format.hasAgent();
    registeredAt = now;
    rename(name, canary, sources);
  }

  void rename(String to, boolean asCanary, List<Cidr> from) {
    mustBeInUse();
    version++;
    name = to;
    heldName = to;
    canary = asCanary && !byHand && !format.probes();
    sources = from.isEmpty() ? null : String.join(" ", from.stream().map(Cidr::toString).toList());
  }

  /** Its token from now on; the one before works no more. */
  void takes(LinkToken token) {
    mustBeInUse();
    if (byHand) {
      throw new Conflict("point " + id + " takes no token");
    }
    version++;
    tokenHash = token.hash();
  }

  /**
   * Staff has seen what it would change: it changes its network from now on.
   *
   * @param shown what staff saw, as {@link #shown} said then
   * @param number of the state that it is to hold
   */
  void enforce(String shown, long number) {
    mustBeInUse();
    if (byHand
        || format.probes()
        || enforcing
        || readBackDigest == null
        || !shown(number).equals(shown)) {
      throw new Conflict("point " + id + " is not as it was shown");
    }
    version++;
    enforcing = true;
    driftSince = null; // what it would change is not amiss; its next report says what is
  }

  /** What it holds and is to hold, as a text that changes with either. */
  public String shown(long number) {
    return number + " " + readBackDigest;
  }

  void onlyReport() {
    mustBeInUse();
    if (!enforcing) {
      throw new Conflict("point " + id + " only reports already");
    }
    version++;
    enforcing = false;
  }

  void retire(Instant now) {
    mustBeInUse();
    version++;
    retiredAt = now;
    heldName = null;
    tokenHash = null;
    enforcing = false;
    driftSince = null;
  }

  private void mustBeInUse() {
    if (retiredAt != null) {
      throw new Conflict("point " + id + " is out of use");
    }
  }

  /** Whether its token is taken from there. */
  boolean mayComeFrom(String address) {
    return sources == null
        || List.of(sources.split(" ")).stream()
            .anyMatch(source -> Cidr.of(source).contains(Cidr.parseAddress(address)));
  }

  void isSeen(String from, Instant now) {
    seenAt = now;
    seenFrom = from;
  }

  void fetches(long number, Instant now) {
    if (number != fetchedNumber) {
      fetchedNumber = number;
      fetchedAt = now;
    }
  }

  /** What it says of itself; {@link #holds} and {@link #differs} are what was found. */
  void reports(Report report, Instant now) {
    reportedNumber = report.generation();
    outcome = report.outcome();
    message = report.message().isEmpty() ? null : report.message();
    reportedAt = now;
    readBackDigest = report.digest();
    readBackAt = now;
  }

  /** Its read-back is that state; true if it was another before. */
  boolean holds(long number, Instant now) {
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

  /** Its read-back is not the state that it was to be. */
  void differs(Difference found, Instant now) {
    driftSince = driftSince == null ? now : driftSince;
    missing = found.missing().size();
    surplus = found.surplus().size();
  }

  /** Whether what it holds counts for what is open and closed. */
  public boolean isCounted() {
    return enforcing && !byHand && !format.probes() && retiredAt == null;
  }

  /** Whether it holds that state, or a later one, and nothing else. */
  boolean isAt(long number) {
    return appliedNumber >= number && driftSince == null;
  }

  /** Whether it was found to hold just that state. */
  boolean isJust(long number) {
    return appliedNumber == number && driftSince == null;
  }

  /** Whether it could not carry out that state. */
  public boolean failedAt(long number) {
    return outcome != null && outcome.isFailure() && fetchedNumber >= number && !isAt(number);
  }

  public boolean isSilent(Duration limit, Instant now) {
    var last = seenAt == null ? registeredAt : seenAt;
    return !byHand && retiredAt == null && last.plus(limit).isBefore(now);
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Format getFormat() {
    return format;
  }

  public Target getTarget() {
    return target;
  }

  public boolean isCanary() {
    return canary;
  }

  public boolean isByHand() {
    return byHand;
  }

  public boolean isEnforcing() {
    return enforcing;
  }

  /** Separated by spaces; null for anywhere. */
  public String getSources() {
    return sources;
  }

  public boolean isRetired() {
    return retiredAt != null;
  }

  public Instant getRegisteredAt() {
    return registeredAt;
  }

  public Instant getRetiredAt() {
    return retiredAt;
  }

  public Instant getSeenAt() {
    return seenAt;
  }

  public String getSeenFrom() {
    return seenFrom;
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

  public Report.Outcome getOutcome() {
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

  public boolean hasToken() {
    return tokenHash != null;
  }

  public int getVersion() {
    return version;
  }
}
