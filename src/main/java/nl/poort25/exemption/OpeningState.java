package nl.poort25.exemption;

/** How far an opening has come. */
public enum OpeningState {
  /** asked, not decided */
  WAITING("wait"),
  /** decided, not open yet (4.10) */
  APPROVED("wait"),
  OPEN("ok"),
  /** for abuse (4.13) */
  SUSPENDED("bad"),
  CLOSED("none"),
  /** asked, and not granted */
  DECLINED("none");

  private final String sign;

  OpeningState(String sign) {
    this.sign = sign;
  }

  /** The kind of its status word. */
  public String getSign() {
    return sign;
  }

  /** Open or waiting, as 4.7 counts. */
  public boolean isCounted() {
    return this != CLOSED && this != DECLINED;
  }
}
