package nl.poort25.point;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import nl.poort25.account.SecretToken;
import nl.poort25.network.Cidr;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.web.Conflict;

/**
 * An enforcement point: a firewall, a relay or a prober, with what staff set and what it reported.
 */
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
  private PointKind format;

  @Enumerated(EnumType.STRING)
  private EnforcementTarget target;

  private boolean canary;

  @Column(name = "by_hand")
  private boolean byHand;

  private boolean enforcing;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "retired_at")
  private Instant retiredAt;

  // of the key that its agent verifies with, as it says
  @Column(name = "key_fingerprint")
  private String keyFingerprint;

  @Embedded private PointAccess access = PointAccess.none();
  @Embedded private PointSequenceNumbers numbers = PointSequenceNumbers.first();
  @Embedded private ReportedState held = new ReportedState();
  @Embedded private ObservationPeriod looks = ObservationPeriod.never();

  // of what staff said of it: reports change the row several times a minute
  private int version;

  protected Point() {}

  /**
   * It only reports until staff has seen what it would change.
   *
   * @param canary whether it has a state before the others
   * @param sources where its token is taken from; none for anywhere
   */
  Point(String name, PointKind format, boolean canary, List<Cidr> sources, Instant now) {
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
    canary = asCanary && format.canBeCanary();
    getAccess().setSources(from);
  }

  /** Its token from now on; the one before works no more. */
  void replaceToken(SecretToken token) {
    mustBeInUse();
    version++;
    byHand = false; // a program says from now on what it holds
    getAccess().replaceToken(token.hash());
  }

  /**
   * Staff has seen what it would change: it changes its network from now on.
   *
   * @param shown what staff saw, as {@link #shown} said then
   * @param number of the state that it is to hold
   * @return false, and nothing is changed, where it would change something else by now
   */
  boolean enforce(String shown, long number) {
    mustBeInUse();
    if (!isReadyToEnforce()) {
      throw new Conflict("point " + id + " cannot begin to enforce");
    }
    if (!shown(number).equals(shown)) {
      return false;
    }
    version++;
    numbers.nextDocument();
    enforcing = true;
    held.reset(); // what it had before is not in force; its next report says what is
    return true;
  }

  /** Whether it only reports yet, and has said what it would change. */
  public boolean isReadyToEnforce() {
    return !byHand && !format.isProber() && !enforcing && held.getReadBackDigest() != null;
  }

  /** What it holds and is to hold, as a text that changes with either. */
  public String shown(long number) {
    return number + " " + held.getReadBackDigest();
  }

  void onlyReport() {
    mustBeInUse();
    if (!enforcing) {
      throw new Conflict("point " + id + " only reports already");
    }
    version++;
    numbers.nextDocument();
    enforcing = false;
  }

  void retire(Instant now) {
    mustBeInUse();
    version++;
    retiredAt = now;
    heldName = null;
    getAccess().replaceToken(null);
    enforcing = false;
    held.clearDrift();
  }

  private void mustBeInUse() {
    if (retiredAt != null) {
      throw new Conflict("point " + id + " is out of use");
    }
  }

  void recordFetch(long number, Instant now) {
    held.recordFetch(number, now);
  }

  /** What it says of itself; {@link #recordHeld} and {@link #recordDrift} are what was found. */
  void recordReport(PointReport report, Instant now) {
    held.recordReport(report, now);
    looks = looks.then(report.sightings(), now);
  }

  /** Its read-back is that state; true if it was another before. */
  boolean recordHeld(long number, Instant now) {
    return held.recordHeld(number, now);
  }

  /** Its read-back is not the state that it was to be. */
  void recordDrift(Drift found, Instant now) {
    held.recordDrift(found, now);
  }

  /** It has taken a document of that number. */
  void recordDocument(DocumentClaim taken) {
    numbers.recordDocument(taken, enforcing);
  }

  /**
   * @param fingerprint null from an agent that does not say, and cannot change it
   */
  void recordKey(String fingerprint) {
    keyFingerprint = fingerprint;
  }

  /** It holds what this database did not make. */
  void recordForeignState(Instant now) {
    held.recordUnknown(now);
  }

  /**
   * It asks without saying what it holds, as agents did before: then its last report says it, if
   * that is not of long ago. A database that was restored meanwhile knows an old one.
   */
  boolean mustReportFirst(Duration limit, Instant now) {
    return enforcing
        && held.getReportedNumber() > 0
        && held.getReportedAt().plus(limit).isBefore(now);
  }

  /** Whether it was the last state that it fetched here. */
  boolean hasFetched(long number) {
    return held.getFetchedNumber() == number;
  }

  /** Whether what it holds counts for what is open and closed. */
  public boolean isCounted() {
    return enforcing && !byHand && !format.isProber() && retiredAt == null;
  }

  /** Whether it holds that state, or a later one, and nothing else. */
  boolean isAt(long number) {
    return held.isAt(number);
  }

  /** Whether it was found to hold just that state. */
  boolean isJust(long number) {
    return held.isJust(number);
  }

  /** Whether it could not carry out that state. */
  public boolean hasFailedAt(long number) {
    return held.hasFailedAt(number);
  }

  /**
   * What it asks for says nothing of what it holds, so its last report counts, once there is one.
   * One that was never heard is not silent: nobody has installed it yet.
   */
  public boolean isSilent(Duration limit, Instant now) {
    var heard = getHeardAt();
    // a clock that was set back is found out by the next sign of life, not in an hour
    return !byHand
        && retiredAt == null
        && heard != null
        && Duration.between(heard, now).abs().compareTo(limit) > 0;
  }

  /** Whether another program of ours reports than the one that is offered for it here. */
  public boolean hasOldAgent() {
    var agent = held.getAgent();
    return format.hasAgent()
        && held.getReportedAt() != null
        && retiredAt == null
        && (agent == null || !agent.getVersion().equals(Agent.of(format).getVersion()));
  }

  /** Its last report; before the first one, when it asked for something. */
  public Instant getHeardAt() {
    return held.getReportedAt() == null ? getAccess().getSeenAt() : held.getReportedAt();
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public PointKind getFormat() {
    return format;
  }

  public EnforcementTarget getTarget() {
    return target;
  }

  public boolean isCanary() {
    return canary;
  }

  /** Whether people carry out its states: until it has a token, where there is no agent for it. */
  public boolean isByHand() {
    return byHand;
  }

  /** Whether a program of whoever runs it carries out its states, by the token that it has. */
  public boolean hasOwnProgram() {
    return !byHand && !format.hasAgent();
  }

  public boolean isEnforcing() {
    return enforcing;
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

  /** Never null, though Hibernate leaves out what has no value in any column. */
  public PointAccess getAccess() {
    access = access == null ? PointAccess.none() : access;
    return access;
  }

  PointSequenceNumbers getNumbers() {
    return numbers;
  }

  public ReportedState getHeld() {
    return held;
  }

  /** Whether it was refused after it was let in last, so that it may be silent for that reason. */
  public boolean isShutOut() {
    return retiredAt == null && getAccess().isShutOut();
  }

  /** Since when it lists who takes connections; with nothing in it where it never did. */
  public ObservationPeriod getLooks() {
    return looks;
  }

  /** Whether what it sees is of interest: what it would close that is open today. */
  public boolean isToSee() {
    return format == PointKind.NFTABLES && !enforcing && retiredAt == null;
  }

  /** Whether its last report said that it lists who takes connections. */
  public boolean isLooking() {
    return looks.getLookedAt() != null && looks.getLookedAt().equals(held.getReportedAt());
  }

  /** Null where its agent does not say, and cannot change it. */
  String getKeyFingerprint() {
    return keyFingerprint;
  }

  public int getVersion() {
    return version;
  }
}
