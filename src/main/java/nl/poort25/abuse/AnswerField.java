package nl.poort25.abuse;

import java.util.List;

/**
 * An item of the checklist as its partner answers it.
 *
 * @param typed what was sent and not taken; null where nothing was
 * @param wrong whether that is why
 */
public record AnswerField(InvestigationItem item, String typed, boolean wrong) {
  /**
   * @param form that was not taken; null before one was sent
   */
  static List<AnswerField> of(AbuseCase shown, InvestigationForm form) {
    return shown.getItems().stream()
        .map(
            item ->
                form == null
                    ? new AnswerField(item, null, false)
                    : new AnswerField(
                        item, form.answer(item.getKind()), form.isAnswerWrong(item.getKind())))
        .toList();
  }

  /** Whether it can be answered, or answered anew. */
  public boolean isAsked() {
    return item.getAbuseCase().isOpen() && !item.isAccepted();
  }

  /** Whether its field is to be seen at once. */
  public boolean isUnfolded() {
    return item.isToAnswer() || item.getDraft() != null || wrong;
  }

  public String text() {
    if (typed != null) {
      return typed;
    }
    return item.getDraft() != null ? item.getDraft() : item.getAnswer();
  }
}
