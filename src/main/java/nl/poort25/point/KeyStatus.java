package nl.poort25.point;

/** Whether the key that a point verifies with is the one that is signed with. */
public enum KeyStatus {
  CURRENT,
  /** It gets the change when it asks next. */
  BEHIND,
  /** No change leads from it to the key of now: install it anew. */
  FOREIGN,
  /** Its agent does not say, and takes no change. */
  UNSAID;

  public boolean isForeign() {
    return this == FOREIGN;
  }

  public boolean isUnsaid() {
    return this == UNSAID;
  }
}
