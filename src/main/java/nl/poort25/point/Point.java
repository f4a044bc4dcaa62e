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
import nl.poort25.account.LinkToken;
import nl.poort25.enforcement.Target;
import nl.poort25.network.Cidr;
import nl.poort25.web.Conflict;

/** A firewall, relay or prober: what staff wants of it, and what it was found to hold. */
@Entity
@Table(name = "enforcement_point")
public class Point {
  /** No database loses more numbers: a point that says so is not to use them up. */
  private static final long MOST_LOST = 1_000_000;

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

  // how far it has lifted the numbers since the network role last said what it holds
  private long lifted;

  // of what is said to it besides a state: documents of a lower number are of before
  @Column(name = "document_count")
  private long documentCount = 1;

  // of the key that its agent verifies with, as it says
  @Column(name = "key_fingerprint")
  private String keyFingerprint;

  @Embedded private Held held = new Held();
  @Embedded private Refused refused;
  @Embedded private Looks looks = Looks.never();

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
  void replaceToken(LinkToken token) {
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
   * @return false, and nothing is changed, where it would change something else by now
   */
  boolean enforce(String shown, long number) {
    mustBeInUse();
    if (byHand || format.probes() || enforcing || held.getReadBackDigest() == null) {
      throw new Conflict("point " + id + " cannot begin to enforce");
    }
    if (!shown(number).equals(shown)) {
      return false;
    }
    version++;
    documentCount++;
    enforcing = true;
    held.beginAnew(); // what it had before is not in force; its next report says what is
    return true;
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
    documentCount++;
    enforcing = false;
  }

  void retire(Instant now) {
    mustBeInUse();
    version++;
    retiredAt = now;
    heldName = null;
    tokenHash = null;
    enforcing = false;
    held.letDriftBe();
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

  void recordContact(String from, Instant now) {
    seenAt = now;
    seenFrom = from;
  }

  void recordRefusal(Refused refusal) {
    refused = refusal;
  }

  boolean wasJustRefused(Refused.Why why, String from, Instant now) {
    return refused != null && refused.covers(why, from, now);
  }

  void recordFetch(long number, Instant now) {
    held.recordFetch(number, now);
  }

  /** What it says of itself; {@link #recordHeld} and {@link #recordDrift} are what was found. */
  void recordReport(Report report, Instant now) {
    held.recordReport(report, now);
    looks = looks.then(report.sightings(), now);
  }

  /** Its read-back is that state; true if it was another before. */
  boolean recordHeld(long number, Instant now) {
    return held.recordHeld(number, now);
  }

  /** Its read-back is not the state that it was to be. */
  void recordDrift(Difference found, Instant now) {
    held.recordDrift(found, now);
  }

  /**
   * It holds a state whose number is that much above those that were given here.
   *
   * @throws IllegalArgumentException if that is too much, with what it lifted before
   */
  void recordLift(long numbers) {
    if (numbers > MOST_LOST - lifted) {
      throw new IllegalArgumentException("point " + id + " lifts by " + numbers);
    }
    lifted += numbers;
  }

  /**
   * It has taken a document of that number: what it gets from now on has a higher one, unless that
   * one said the same. A database that was restored from a copy numbers again from where it was.
   *
   * @throws IllegalArgumentException for a number far beyond those that were ever given
   */
  void recordDocument(DocumentClaim taken) {
    if (taken.count() > documentCount + MOST_LOST) {
      throw new IllegalArgumentException("point " + id + " has taken document " + taken.count());
    }
    if (taken.count() > documentCount
        || (taken.count() == documentCount && taken.enforcing() != enforcing)) {
      documentCount = taken.count() + 1;
    }
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

  /** The network role has seen that. */
  void forgetLifts() {
    lifted = 0;
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
    return enforcing && !byHand && !format.probes() && retiredAt == null;
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
  public boolean failedAt(long number) {
    return held.failedAt(number);
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
    return held.getReportedAt() != null
        && retiredAt == null
        && (agent == null || !agent.getVersion().equals(Agent.of(format).getVersion()));
  }

  /** Its last report; before the first one, when it asked for something. */
  public Instant getHeardAt() {
    return held.getReportedAt() == null ? seenAt : held.getReportedAt();
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

  public Held getHeld() {
    return held;
  }

  /** Null where it never was. */
  public Refused getRefused() {
    return refused;
  }

  /** Whether it was refused after it was let in last, so that it may be silent for that reason. */
  public boolean isShutOut() {
    return refused != null
        && retiredAt == null
        && (seenAt == null || refused.getAt().isAfter(seenAt));
  }

  /** Of its token; null where it has none. */
  String tokenHash() {
    return tokenHash;
  }

  /** Since when it lists who takes connections; with nothing in it where it never did. */
  public Looks getLooks() {
    return looks;
  }

  /** Whether what it sees is of interest: what it would close that is open today. */
  public boolean isToSee() {
    return format == Format.NFTABLES && !enforcing && retiredAt == null;
  }

  /** Whether its last report said that it lists who takes connections. */
  public boolean isLooking() {
    return looks.getLookedAt() != null && looks.getLookedAt().equals(held.getReportedAt());
  }

  public boolean hasToken() {
    return tokenHash != null;
  }

  long getDocumentCount() {
    return documentCount;
  }

  /** Null where its agent does not say, and cannot change it. */
  String getKeyFingerprint() {
    return keyFingerprint;
  }

  public int getVersion() {
    return version;
  }
}
