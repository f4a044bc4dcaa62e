package nl.poort25.account;

/** What stands between the right password and the portal. */
enum SecondFactor {
  /** Nothing. */
  NONE,
  /** A code of the authenticator app, or a recovery code. */
  CODE,
  /** Setting one up: staff must have one, except in the demo. */
  ENROLMENT;

  static SecondFactor after(boolean has, boolean staff, boolean demo) {
    if (has) {
      return CODE;
    }
    return staff && !demo ? ENROLMENT : NONE;
  }
}
