package nl.poort25.point;

import java.util.Map;
import java.util.TreeMap;
import nl.poort25.audit.Act;
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
  default Long partnerId() {
    return null;
  }

  @Override
  default Map<String, String> after() {
    var values = new TreeMap<String, String>();
    values.put("fingerprint-before", old());
    values.put("note", note());
    return values;
  }

  /**
   * @param leftBehind names of the points that cannot follow; or empty
   */
  record SigningKeyChanged(SigningKey key, String old, String note, String leftBehind)
      implements SigningKeyAct {
    @Override
    public Map<String, String> after() {
      var values = new TreeMap<>(SigningKeyAct.super.after());
      if (!leftBehind.isEmpty()) {
        values.put("left-behind", leftBehind);
      }
      return values;
    }
  }

  /** No point follows. */
  record SigningKeyStolen(SigningKey key, String old, String note) implements SigningKeyAct {}
}
