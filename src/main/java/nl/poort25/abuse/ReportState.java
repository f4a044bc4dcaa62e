package nl.poort25.abuse;

/** How far staff is with a report. */
public enum ReportState {
  /** somebody held the address at the time it names; staff has to confirm both */
  MATCHED,
  /** nobody of ours held it then, as far as the report can be believed */
  UNMATCHED,
  CONFIRMED,
  IN_CASE,
  DISMISSED;

  public String getSign() {
    return switch (this) {
      case MATCHED -> "wait";
      case UNMATCHED -> "none";
      case CONFIRMED -> "info";
      case IN_CASE -> "ok";
      case DISMISSED -> "none";
    };
  }
}
