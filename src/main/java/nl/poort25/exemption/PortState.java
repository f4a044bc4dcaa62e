package nl.poort25.exemption;

/**
 * How port 25 stands for a line: the one answer that pages, mails and search give. It rests on what
 * was decided, on what was confirmed since (4.10), and on the open cases of abuse (4.13): where one
 * covers the destination, no state opens it, whatever was decided on the line.
 */
public enum PortState {
  /** asked, not decided */
  WAITING("wait"),
  /** decided, not open yet */
  APPROVED("wait"),
  OPEN("ok"),
  /** for abuse, and nobody has confirmed yet that it is closed */
  BLOCKING("bad"),
  /** for abuse; nothing is open by it */
  SUSPENDED("bad"),
  /** ended, and nobody has confirmed yet that it is closed */
  CLOSING("wait"),
  CLOSED("none"),
  /** asked, and not granted */
  DECLINED("none");

  private final String sign;

  PortState(String sign) {
    this.sign = sign;
  }

  /**
   * @param portOpen whether it is open by that line, as far as was confirmed
   * @param blocked whether an open case covers the destination
   */
  static PortState of(OpeningState decided, boolean portOpen, boolean blocked) {
    return switch (decided) {
      case WAITING -> WAITING;
      case APPROVED -> blocked ? SUSPENDED : APPROVED;
      case OPEN -> blocked ? BLOCKING : OPEN;
      case SUSPENDED -> portOpen ? BLOCKING : SUSPENDED;
      case CLOSED -> portOpen ? CLOSING : CLOSED;
      case DECLINED -> DECLINED;
    };
  }

  /** The kind of its status word. */
  public String getSign() {
    return sign;
  }

  /** Whether it was decided that it is closed, and nobody has confirmed that it is. */
  public boolean isStillOpen() {
    return this == BLOCKING || this == CLOSING;
  }
}
