package nl.poort25.point;

import java.util.Set;

/** The status of a point, in one word. */
public enum PointStatus {
  RETIRED("none"),
  /** People look after it. */
  BY_HAND("info"),
  /** It has never asked for anything. */
  NEW("wait"),
  SILENT("bad"),
  FAILED("bad"),
  /** It holds a state that this database did not make, and waits for the network role. */
  HELD("bad"),
  DRIFT("bad"),
  /** It tries what others carry out; whether it found that as it should be is told elsewhere. */
  PROBES("info"),
  /** It only reports yet. */
  OBSERVES("info"),
  /** It does not hold yet what it is to. */
  BEHIND("wait"),
  APPLIED("ok");

  /** Those that mean something else where a program of its owner's looks after it. */
  static final Set<PointStatus> OF_PROGRAMS = Set.of(NEW, SILENT, DRIFT);

  private final String sign;

  PointStatus(String sign) {
    this.sign = sign;
  }

  /**
   * @param wanted number of the state that it is to hold
   * @param held whether it waits for the network role
   * @param silent nothing was heard of it, though it could have been
   */
  static PointStatus of(Point point, long wanted, boolean held, boolean silent) {
    if (point.isRetired()) {
      return RETIRED;
    }
    if (point.isByHand()) {
      return BY_HAND;
    }
    if (point.getAccess().getSeenAt() == null) {
      return NEW;
    }
    if (silent) {
      return SILENT;
    }
    if (point.getHeld().getOutcome() != null && point.getHeld().getOutcome().isFailure()) {
      return FAILED;
    }
    if (held) {
      return HELD;
    }
    if (point.getFormat().isProber()) {
      return PROBES;
    }
    if (!point.isEnforcing()) {
      return OBSERVES;
    }
    if (point.getHeld().getDriftSince() != null) {
      return DRIFT;
    }
    return point.getHeld().getAppliedNumber() == wanted ? APPLIED : BEHIND;
  }

  /** For the sign of a status. */
  public String getSign() {
    return sign;
  }
}
