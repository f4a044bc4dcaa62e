package nl.poort25.abuse;

import java.util.List;

/**
 * An item of the checklist as staff judges it.
 *
 * @param form that was not taken; null before one was sent
 */
public record JudgementField(InvestigationItem item, InvestigationForm form) {
  static List<JudgementField> of(AbuseCase shown, InvestigationForm form) {
    return shown.getItems().stream().map(item -> new JudgementField(item, form)).toList();
  }

  /** Whether its field is to be seen at once. */
  public boolean isUnfolded() {
    return form != null || !item.isAccepted();
  }

  public boolean isChosen(AnswerReview judgement) {
    return form != null && judgement.name().equals(form.judgement(item.getKind()));
  }

  public String why() {
    return form == null ? null : form.why(item.getKind());
  }
}
