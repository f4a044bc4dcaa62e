package nl.poort25.abuse;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import nl.poort25.abuse.AbuseCases.Answer;
import nl.poort25.abuse.AbuseCases.Judged;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;

/**
 * The form with all items of an investigation. Only the items that were filled in are read; the
 * others stay as they are.
 */
public final class InvestigationForm {
  /** Characters; twice that still fits into the audit entry, whatever has to be escaped. */
  private static final int LONGEST_ANSWER = 3000;

  private static final int LONGEST_WHY = 1000;

  private final SentForm sent;
  private final FormErrors errors;

  /**
   * @param errors gets what is wrong with it
   */
  InvestigationForm(SentForm sent, FormErrors errors) {
    this.sent = sent;
    this.errors = errors;
  }

  /** The name of a field, and its id. */
  private static String field(String name, ItemKind kind) {
    return name + "-" + kind;
  }

  /** What was typed or chosen, or null. */
  private String typed(String name, ItemKind kind) {
    String field = field(name, kind);
    return sent.has(field) ? sent.text(field) : null;
  }

  private boolean isTyped(String name, ItemKind kind) {
    return typed(name, kind) != null && !typed(name, kind).isBlank();
  }

  public String answer(ItemKind kind) {
    return typed("answer", kind);
  }

  boolean isAnswerWrong(ItemKind kind) {
    return errors.has(field("answer", kind));
  }

  public String judgement(ItemKind kind) {
    return typed("judgement", kind);
  }

  public String why(ItemKind kind) {
    return typed("why", kind);
  }

  boolean isSaveDraft() {
    return sent.text("do").equals("keep");
  }

  /** What is kept of each item that the form has: null where its field is empty. */
  Map<ItemKind, String> drafts() {
    var drafts = new EnumMap<ItemKind, String>(ItemKind.class);
    for (var kind : ItemKind.values()) {
      if (typed("answer", kind) != null) {
        drafts.put(kind, errors.optional(field("answer", kind), answer(kind), LONGEST_ANSWER));
      }
    }
    return drafts;
  }

  /** The answers that are new, or to be sent anew. */
  Map<ItemKind, Answer> answers(AbuseCase shown) {
    var answers = new EnumMap<ItemKind, Answer>(ItemKind.class);
    for (var item : shown.getItems()) {
      var kind = item.getKind();
      String text = errors.optional(field("answer", kind), answer(kind), LONGEST_ANSWER);
      if (text != null && (item.isToAnswer() || !text.equals(item.getAnswer()))) {
        check(item, "answer");
        answers.put(kind, new Answer(item.getVersion(), text));
      }
    }
    if (answers.isEmpty() && errors.isEmpty()) {
      errors.add(
          field("answer", first(shown, InvestigationItem::isToAnswer, item -> !item.isAccepted())),
          "abuse.answer.none");
    }
    return answers;
  }

  Map<ItemKind, Judged> judgements(AbuseCase shown) {
    var judgements = new EnumMap<ItemKind, Judged>(ItemKind.class);
    for (var item : shown.getItems()) {
      var kind = item.getKind();
      if (isTyped("judgement", kind) || isTyped("why", kind)) {
        check(item, "judgement");
        var found =
            ChoiceParser.read(
                AnswerReview.class, field("judgement", kind), judgement(kind), errors);
        judgements.put(kind, new Judged(item.getVersion(), found, why(kind, found)));
      }
    }
    if (judgements.isEmpty()) {
      errors.add(
          field(
              "judgement",
              first(shown, InvestigationItem::isToJudge, InvestigationItem::isAnswered)),
          "abuse.judge.none");
    }
    return judgements;
  }

  /** Where to begin: with what waits, else with what can be changed. */
  private static ItemKind first(
      AbuseCase shown, Predicate<InvestigationItem> waits, Predicate<InvestigationItem> can) {
    return shown.getItems().stream()
        .filter(waits)
        .findFirst()
        .or(() -> shown.getItems().stream().filter(can).findFirst())
        .map(InvestigationItem::getKind)
        .orElse(ItemKind.CAUSE);
  }

  private String why(ItemKind kind, AnswerReview found) {
    return found == AnswerReview.NOT_ACCEPTED
        ? PartnerText.required(errors, field("why", kind), why(kind), LONGEST_WHY)
        : PartnerText.optional(errors, field("why", kind), why(kind), LONGEST_WHY);
  }

  /** Whether it is still as it was when this was typed: else the page shows what it is now. */
  private void check(InvestigationItem item, String name) {
    String seen = Objects.requireNonNullElse(typed("version", item.getKind()), "");
    if (!seen.equals("" + item.getVersion())) {
      errors.add(field(name, item.getKind()), "abuse.item.changed");
    }
  }
}
