package nl.poort25.exemption;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.poort25.policy.GlossaryTerm;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;

/**
 * What the partner does against abuse.
 *
 * @param more in own words
 */
record MeasuresStep(Set<Measure> ticked, String more) implements StepForm {
  MeasuresStep(SentForm sent) {
    this(sent.choices(Measure.class, "measure"), sent.text("measures-text"));
  }

  static MeasuresStep of(Exemption draft) {
    var answers = draft.getAnswers();
    return new MeasuresStep(answers.getMeasures(), StepForm.shown(answers.getMeasuresText()));
  }

  @Override
  public Consumer<Exemption> read(FormErrors errors) {
    String text = errors.optional("measures-text", more, LONG);
    if (ticked.isEmpty() && text == null) {
      errors.add("measure", "exemption.measure.none");
    }
    return draft -> draft.draftAnswers().setMeasures(ticked, text);
  }

  public Measure[] offered() {
    return Measure.values();
  }

  /** Those that the form explains. */
  public List<GlossaryTerm> terms() {
    return List.of(GlossaryTerm.OPEN_RELAY, GlossaryTerm.BLOCKLIST);
  }
}
