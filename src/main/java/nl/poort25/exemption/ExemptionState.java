package nl.poort25.exemption;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far an exemption has come, from draft to closed. */
public enum ExemptionState {
  /** only its partner sees it */
  DRAFT("none"),
  /** sent, waits for a decision */
  SUBMITTED("wait"),
  REJECTED("bad"),
  /** by the partner, before anything was open */
  WITHDRAWN("none"),
  /** decided, and port 25 is not open yet (4.10) */
  APPROVED("wait"),
  OPEN("ok"),
  /** for abuse (4.13), until the investigation is complete */
  SUSPENDED("bad"),
  CLOSED("none");

  private final String sign;

  ExemptionState(String sign) {
    this.sign = sign;
  }

  /** The kind of its status word. */
  public String getSign() {
    return sign;
  }

  /** Its value in the URL of a list. */
  public String getWord() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its openings are together. */
  ExemptionState after(Collection<Opening> openings) {
    var states = openings.stream().map(Opening::getState).collect(Collectors.toSet());
    if (states.contains(OpeningState.SUSPENDED)) {
      return SUSPENDED;
    }
    if (states.contains(OpeningState.WAITING)) {
      return SUBMITTED;
    }
    if (states.contains(OpeningState.APPROVED)) {
      return APPROVED;
    }
    if (states.contains(OpeningState.OPEN)) {
      return OPEN;
    }
    return isOver() ? this : CLOSED;
  }

  /** Open or waiting, as 4.5 and 4.7 count. */
  public boolean isCounted() {
    return this == SUBMITTED || granted();
  }

  /** A decision has opened something, and nothing has ended it. */
  public boolean granted() {
    return this == APPROVED || this == OPEN || this == SUSPENDED;
  }

  public boolean isOver() {
    return this == REJECTED || this == WITHDRAWN || this == CLOSED;
  }
}
