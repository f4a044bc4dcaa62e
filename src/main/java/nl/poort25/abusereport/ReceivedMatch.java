package nl.poort25.abusereport;

/**
 * Whether the Received fields of the reported message contain the source address that the report
 * names.
 */
public enum ReceivedMatch {
  NAMES_IT,
  /** each of them names another one */
  NAMES_OTHERS,
  /** at least one wrote in a form that is not known: it may well name the address */
  NOT_RECOGNISED,
  /** there is nothing to compare: no Received, or no address */
  NONE;

  public String getSign() {
    return this == NAMES_IT ? "ok" : "wait";
  }
}
