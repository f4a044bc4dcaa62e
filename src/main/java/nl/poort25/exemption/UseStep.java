package nl.poort25.exemption;

import java.util.function.Consumer;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;

/**
 * How much mail, and what for.
 *
 * @param volume messages a day
 */
record UseStep(String volume, String purpose) implements StepForm {
  private static final int MOST_MESSAGES = 100_000_000;

  UseStep(SentForm sent) {
    this(sent.text("volume"), sent.text("purpose"));
  }

  static UseStep of(Exemption draft) {
    var answers = draft.getAnswers();
    return new UseStep(StepForm.shown(answers.getVolume()), StepForm.shown(answers.getPurpose()));
  }

  @Override
  public Consumer<Exemption> read(FormErrors errors) {
    int messages = readVolume(errors);
    String what = errors.required("purpose", purpose, LONG);
    return draft -> draft.draftAnswers().setUse(messages, what);
  }

  private int readVolume(FormErrors errors) {
    String digits = volume.strip().replace(".", "");
    if (digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) <= MOST_MESSAGES) {
      return Integer.parseInt(digits);
    }
    errors.add("volume", "exemption.volume.number");
    return 0;
  }
}
