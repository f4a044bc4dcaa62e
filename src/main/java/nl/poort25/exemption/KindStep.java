package nl.poort25.exemption;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.text.Text;
import nl.poort25.web.Choice;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;

/**
 * Which kind of mail service is asked for, and where its servers stand.
 *
 * @param outside "true" for own mail servers outside the provider's network (4.6)
 */
record KindStep(String kind, String outside) implements StepForm {
  private static final List<Choice> KINDS =
      Arrays.stream(ExemptionKind.values())
          .map(k -> Choice.explained(k, "exemption.kind"))
          .toList();
  private static final List<Choice> PLACES =
      List.of(
          new Choice("false", Text.of("exemption.outside.false"), null),
          new Choice("true", Text.of("exemption.outside.true"), null));

  KindStep(SentForm sent) {
    this(sent.text("kind"), sent.text("outside"));
  }

  static KindStep of(Exemption draft) {
    return new KindStep(draft.getKind().name(), "" + draft.getAnswers().isOutside());
  }

  @Override
  public Consumer<Exemption> read(FormErrors errors) {
    var chosen = readKind(errors);
    boolean elsewhere = isOutside();
    return draft -> draft.chooseKind(chosen, elsewhere);
  }

  /** Null with an error where it is none. */
  ExemptionKind readKind(FormErrors errors) {
    return ChoiceParser.read(ExemptionKind.class, "kind", kind, errors);
  }

  boolean isOutside() {
    return "true".equals(outside);
  }

  public List<Choice> kinds() {
    return KINDS;
  }

  public List<Choice> places() {
    return PLACES;
  }
}
