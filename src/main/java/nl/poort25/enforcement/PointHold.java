package nl.poort25.enforcement;

import jakarta.persistence.Column;
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
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nl.poort25.account.Account;
import nl.poort25.state.Change;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.Target;
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
  private Target target;

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

  @Column(name = "next_number")
  private long nextNumber;

  @Column(name = "next_digest")
  private String nextDigest;

  @Column(name = "next_change")
  private byte[] nextChange;

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

  PointHold(long pointId, Target target, Instant knownUntil, Instant now) {
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
    clearNext();
    confirmedBy = null;
    confirmedAt = null;
    note = null;
  }

  /** Whether that is what it held when it was last asked. */
  boolean isOf(PointClaim claim) {
    return number == claim.number() && (claim.digest() == null || claim.digest().equals(digest));
  }

  /** Whether that is what it holds with what abuse asked for. */
  boolean isNext(PointClaim claim) {
    return nextNumber > 0
        && nextNumber == claim.number()
        && (claim.digest() == null || claim.digest().equals(nextDigest));
  }

  /** It says that what abuse asked for is done. */
  void completeNext() {
    var after = new TreeSet<String>(PackedLines.unpack(lines));
    after.removeAll(step().removed());
    after.addAll(step().added());
    lines = PackedLines.pack(after);
    number = nextNumber;
    digest = nextDigest;
    level = true; // the number is one that was given here
    inForce = false;
    clearNext();
  }

  /** They were read back. */
  void recordReadBack(HeldLines found) {
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
  void recordChange(long as, Change<DesiredLine> change) {
    var after = new TreeSet<>(getLines().orElseThrow().lines());
    after.removeAll(change.removed());
    after.addAll(change.added());
    nextNumber = as;
    nextDigest = DesiredLine.digest(DesiredLine.text(after));
    nextChange = PackedLines.pack(change.written().lines().toList());
  }

  void clearNext() {
    nextNumber = 0;
    nextDigest = null;
    nextChange = null;
  }

  boolean isToChangeBy(Change<DesiredLine> change) {
    return nextNumber > 0
        && PackedLines.unpack(nextChange).equals(change.written().lines().toList());
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

  /** What goes, and what comes, for abuse. */
  public StateSteps.Step step() {
    var change = PackedLines.unpack(nextChange);
    return new StateSteps.Step(signed('-', change), signed('+', change));
  }

  private static List<String> signed(char sign, List<String> change) {
    return change.stream()
        .filter(line -> line.charAt(0) == sign)
        .map(line -> line.substring(1))
        .toList();
  }

  public Long getId() {
    return id;
  }

  public long getPointId() {
    return pointId;
  }

  public Target getTarget() {
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
  public Optional<HeldLines> getLines() {
    return lines == null ? Optional.empty() : HeldLines.parse(target, PackedLines.unpack(lines));
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

  /** Of the state with what abuse asks for; 0 where it asks for nothing. */
  public long getNextNumber() {
    return nextNumber;
  }

  public String getNextDigest() {
    return nextDigest;
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
