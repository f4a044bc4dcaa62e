package nl.poort25.exemption;

import java.util.function.Consumer;
import nl.poort25.network.Cidr;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;

/** Whose mail service it is, and where it sends from. */
record ThirdPartyStep(String name, String sources, String documentation) implements StepForm {
  private static final int LONGEST_DOCUMENTATION = 500;

  ThirdPartyStep(SentForm sent) {
    this(sent.text("third-party"), sent.text("sources"), sent.text("documentation"));
  }

  static ThirdPartyStep of(Exemption draft) {
    var answers = draft.getAnswers();
    return new ThirdPartyStep(
        StepForm.shown(answers.getThirdParty()),
        AddressField.shown(answers.getSources()),
        StepForm.shown(answers.getDocumentation()));
  }

  @Override
  public Consumer<Exemption> read(FormErrors errors) {
    String who = errors.required("third-party", name, SHORT);
    String documented = errors.required("documentation", documentation, LONGEST_DOCUMENTATION);
    var from = AddressField.read("sources", sources, Cidr::parse, errors);
    return draft -> draft.draftAnswers().setThirdParty(who, documented, from);
  }
}
