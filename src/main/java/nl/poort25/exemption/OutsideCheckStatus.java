package nl.poort25.exemption;

/** Outcome of the last try from outside to connect to an address that the portal calls open. */
public enum OutsideCheckStatus {
  /** A mail server greeted there, with 220 within 30 s. */
  PROVEN("ok"),
  /** The connection was taken, and nothing was said. */
  MUTE("wait"),
  /** Something was said, but no 220. */
  NO_GREETING("wait"),
  REFUSED("bad"),
  SILENT("bad"),
  UNREACHABLE("bad"),
  NOT_TRIED("info"),
  /** It is open for a source alone, and nobody tries from there. */
  SOURCE_ONLY("info");

  private final String sign;

  OutsideCheckStatus(String sign) {
    this.sign = sign;
  }

  /** For the sign of a status. */
  public String getSign() {
    return sign;
  }

  /** Whether it speaks for what the points say, or against it. */
  public boolean isConclusive() {
    return this == PROVEN || isContrary();
  }

  /** Whether it speaks against what the points say. */
  public boolean isContrary() {
    return this == REFUSED || this == SILENT || this == UNREACHABLE;
  }
}
