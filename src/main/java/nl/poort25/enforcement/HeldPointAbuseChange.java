package nl.poort25.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.StateDiff;

/** What abuse asks for of a point that is held, on top of what it holds. */
@Embeddable
public class HeldPointAbuseChange {
  @Column(name = "next_number")
  private long number;

  @Column(name = "next_digest")
  private String digest;

  @Column(name = "next_change")
  private byte[] packed;

  protected HeldPointAbuseChange() {}

  static HeldPointAbuseChange none() {
    return new HeldPointAbuseChange();
  }

  /**
   * @param number of the state with it
   * @param held what the point holds
   */
  static HeldPointAbuseChange of(long number, ReadBackLines held, StateDiff<DesiredLine> change) {
    var after = new TreeSet<>(held.lines());
    after.removeAll(change.removed());
    after.addAll(change.added());
    var next = new HeldPointAbuseChange();
    next.number = number;
    next.digest = DesiredLine.digest(DesiredLine.text(after));
    next.packed = PackedLines.pack(change.written().lines().toList());
    return next;
  }

  public boolean isNone() {
    return number == 0;
  }

  /** Whether what a point says it holds is what it held with that change. */
  boolean isDone(PointClaim claim) {
    return !isNone()
        && number == claim.number()
        && (claim.digest() == null || claim.digest().equals(digest));
  }

  boolean isSameAs(StateDiff<DesiredLine> change) {
    return !isNone() && written().equals(change.written().lines().toList());
  }

  /** What goes, and what comes. */
  public StateSteps.Step step() {
    return new StateSteps.Step(signed('-'), signed('+'));
  }

  private List<String> signed(char sign) {
    return written().stream()
        .filter(line -> line.charAt(0) == sign)
        .map(line -> line.substring(1))
        .toList();
  }

  private List<String> written() {
    return PackedLines.unpack(packed);
  }

  /** The lines that there are with it. */
  Collection<String> applyTo(Collection<String> held) {
    var after = new TreeSet<>(held);
    after.removeAll(step().removed());
    after.addAll(step().added());
    return after;
  }

  /** Of the state with it; 0 for none. */
  public long getNumber() {
    return number;
  }

  public String getDigest() {
    return digest;
  }
}
