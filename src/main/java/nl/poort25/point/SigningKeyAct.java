package nl.poort25.point;

import nl.poort25.audit.Act;
import nl.poort25.audit.ActFields;
import nl.poort25.audit.Subject;

/** What staff did with the key that states are signed with. */
sealed interface SigningKeyAct extends Act {
  SigningKey key();

  String old();

  String note();

  @Override
  default Subject subject() {
    return new Subject("signing-key", key().getId(), key().fingerprint());
  }

  @Override
  default ActFields after() {
    return ActFields.of("fingerprint-before", old()).and("note", note());
  }

  /**
   * @param leftBehind names of the points that cannot follow; or empty
   */
  record SigningKeyChanged(SigningKey key, String old, String note, String leftBehind)
      implements SigningKeyAct {
    @Override
    public ActFields after() {
      var values = SigningKeyAct.super.after();
      return leftBehind.isEmpty() ? values : values.and("left-behind", leftBehind);
    }
  }

  /** No point follows. */
  record SigningKeyStolen(SigningKey key, String old, String note) implements SigningKeyAct {}
}
