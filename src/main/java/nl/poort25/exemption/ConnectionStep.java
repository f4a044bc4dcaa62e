package nl.poort25.exemption;

import java.util.function.Consumer;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;

/**
 * On which connection the servers stand.
 *
 * @param connection its id; null where the form offered none
 */
record ConnectionStep(String connection) implements StepForm {
  ConnectionStep(SentForm sent) {
    this(sent.has("connection") ? sent.text("connection") : null);
  }

  static ConnectionStep of(Exemption draft) {
    var kept = draft.getConnection();
    return new ConnectionStep(StepForm.shown(kept == null ? null : kept.getId()));
  }

  @Override
  public Consumer<Exemption> read(FormErrors errors) {
    throw new IllegalStateException("a connection is looked up");
  }

  /** Null with an error where none was chosen. */
  Long readId(FormErrors errors) {
    Long id = ChoiceParser.id(connection);
    if (id == null) {
      errors.add("connection", "web.form.choose");
    }
    return id;
  }

  @Override
  public boolean isAsIn(StepForm kept) {
    return connection == null || equals(kept);
  }
}
