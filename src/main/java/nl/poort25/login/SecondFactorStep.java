package nl.poort25.login;

/**
 * What a sign-in needs after the right password: nothing, a code, or setting up a second factor.
 */
enum SecondFactorStep {
  /** Nothing. */
  NONE,
  /** A code of the authenticator app, or a recovery code. */
  CODE,
  /** Setting one up, for whom {@link SecondFactorRequirement} says so. */
  ENROLMENT;

  static SecondFactorStep after(boolean has, boolean must) {
    if (has) {
      return CODE;
    }
    return must ? ENROLMENT : NONE;
  }
}
