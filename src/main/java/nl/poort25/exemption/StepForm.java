package nl.poort25.exemption;

import java.util.function.Consumer;
import nl.poort25.web.FormErrors;

/**
 * One step of the request for an exemption as a form, each a record of its fields as they are
 * shown: as they were sent, or as the draft has them. A field that is empty is an empty text.
 */
interface StepForm {
  /** Characters of a name. */
  int SHORT = 100;

  /** Characters of a story. */
  int LONG = 1000;

  /**
   * What the step changes in a draft; of no use if there are errors.
   *
   * @param errors gets what cannot be read, at its field
   */
  Consumer<Exemption> read(FormErrors errors);

  /**
   * Whether nothing was typed that the draft does not have.
   *
   * @param kept the same step of the draft
   */
  default boolean isAsIn(StepForm kept) {
    return equals(kept);
  }

  /** Null as an empty field shows it. */
  static String shown(Object value) {
    return value == null ? "" : value.toString();
  }
}
