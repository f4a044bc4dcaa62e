package nl.poort25.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import nl.poort25.account.Account;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.StateDiff;
import nl.poort25.web.Conflict;

/**
 * A point that holds a state which this database did not make, after a restore from a backup. It
 * gets nothing but what abuse asks for until the network role has confirmed what would change.
 */
@Entity
@Table(name = "point_hold")
public class PointHold {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "point_id")
  private long pointId;

  @Enumerated(EnumType.STRING)
  private EnforcementTarget target;

  private Instant since;

  @Column(name = "known_until")
  private Instant knownUntil;

  private long number;
  private String digest;
  private byte[] lines;

  @Column(name = "level_number")
  private boolean level;

  @Column(name = "in_force")
  private boolean inForce;

  @Embedded private HeldPointAbuseChange next = HeldPointAbuseChange.none();

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "confirmed_by")
  private Account confirmedBy;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  private String note;

  @Column(name = "ended_at")
  private Instant endedAt;

  @SuppressWarnings("UnusedVariable") // queries look for it, and the index keeps it single
  @Column(name = "open_for")
  private Long openFor;

  protected PointHold() {}

  PointHold(long pointId, EnforcementTarget target, Instant knownUntil, Instant now) {
    this.pointId = pointId;
    this.target = target;
    this.knownUntil = knownUntil;
    since = now;
    openFor = pointId;
  }

  /**
   * It says that it holds this; what was confirmed of another state does not count for it.
   *
   * @param level whether there is a generation of that number here too
   */
  void recordClaim(PointClaim claim, boolean level) {
    number = claim.number();
    digest = claim.digest();
    this.level = level;
    lines = null;
    inForce = false;
    next = HeldPointAbuseChange.none();
    confirmedBy = null;
    confirmedAt = null;
    note = null;
  }

  /** Whether that is what it held when it was last asked. */
  boolean isOf(PointClaim claim) {
    return number == claim.number() && (claim.digest() == null || claim.digest().equals(digest));
  }

  /** It says that what abuse asked for is done. */
  void completeNext() {
    lines = PackedLines.pack(next.applyTo(PackedLines.unpack(lines)));
    number = next.getNumber();
    digest = next.getDigest();
    level = true; // the number is one that was given here
    inForce = false;
    next = HeldPointAbuseChange.none();
  }

  /** They were read back. */
  void recordReadBack(ReadBackLines found) {
    if (lines == null) {
      lines = PackedLines.pack(found.lines());
      digest = found.digest();
    }
    inForce = true;
  }

  /** Something else is in force there. */
  void recordUnread() {
    inForce = false;
  }

  /** Abuse asks for that on top of what it holds. */
  void recordChange(long as, StateDiff<DesiredLine> change) {
    next = HeldPointAbuseChange.of(as, getLines().orElseThrow(), change);
  }

  /** Abuse asks for nothing more. */
  void clearNext() {
    next = HeldPointAbuseChange.none();
  }

  void confirm(Account by, String remark, Instant now) {
    if (confirmedAt != null) {
      throw new Conflict("hold " + id + " is confirmed already");
    }
    confirmedBy = by;
    confirmedAt = now;
    note = remark;
  }

  void end(Instant now) {
    endedAt = now;
    openFor = null;
  }

  public Long getId() {
    return id;
  }

  public long getPointId() {
    return pointId;
  }

  public EnforcementTarget getTarget() {
    return target;
  }

  public Instant getSince() {
    return since;
  }

  /** What was blocked until then is no news to it; null where nothing is known of it. */
  Instant getKnownUntil() {
    return knownUntil;
  }

  /** Of the state that it holds. */
  public long getNumber() {
    return number;
  }

  /** Null while it is not known. */
  public String getDigest() {
    return digest;
  }

  /** Empty until they were read back. */
  public Optional<ReadBackLines> getLines() {
    return lines == null
        ? Optional.empty()
        : ReadBackLines.parse(target, PackedLines.unpack(lines));
  }

  public boolean isReadOnce() {
    return lines != null;
  }

  public boolean isLevel() {
    return level;
  }

  public boolean isInForce() {
    return inForce;
  }

  /** What abuse asks for on top of it. */
  public HeldPointAbuseChange getNext() {
    return next;
  }

  public boolean isConfirmed() {
    return confirmedAt != null;
  }

  public Account getConfirmedBy() {
    return confirmedBy;
  }

  public Instant getConfirmedAt() {
    return confirmedAt;
  }

  public String getNote() {
    return note;
  }
}
