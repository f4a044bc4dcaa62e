package nl.poort25.login;

/** What stands between the right password and the portal. */
enum SecondFactor {
  /** Nothing. */
  NONE,
  /** A code of the authenticator app, or a recovery code. */
  CODE,
  /** Setting one up, for whom {@link SecondFactorDuty} says so. */
  ENROLMENT;

  static SecondFactor after(boolean has, boolean must) {
    if (has) {
      return CODE;
    }
    return must ? ENROLMENT : NONE;
  }
}
