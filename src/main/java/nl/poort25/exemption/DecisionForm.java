package nl.poort25.exemption;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.poort25.policy.Article;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;

/** What staff has filled in to decide on a request, or on what was taken over. */
public final class DecisionForm {
  static final DecisionForm EMPTY = new DecisionForm(SentForm.NONE);

  private static final int LONGEST = 2000;
  private static final int LONGEST_REASON = 1000;
  private static final String CITES = "refused-cites";
  private static final String REASON = "refused-reason";
  private static final String CURE = "refused-cure";
  private static final Pattern OF_A_LINE =
      Pattern.compile("refused-(?:cites|reason|cure)-(\\d{1,18})");

  private final SentForm sent;

  DecisionForm(SentForm sent) {
    this.sent = sent;
  }

  int version() {
    return sent.version();
  }

  /** Ids of the lines that are ticked. */
  Set<Long> lines() {
    return sent.ids("line");
  }

  /**
   * Whether that line is ticked: all that can be granted are before anything is decided.
   *
   * @param grantable the ids of those
   */
  public boolean ticks(Opening line, Set<Long> grantable) {
    return grantable.contains(line.getId())
        && (!sent.has("version") || lines().contains(line.getId()));
  }

  /** Why it is approved. */
  public String getReason() {
    return sent.text("reason");
  }

  /** Why it is rejected. */
  public String getNoReason() {
    return sent.text("no-reason");
  }

  /** What would change the rejection. */
  public String getCure() {
    return sent.text("cure");
  }

  /**
   * Whether a rejection rests on that article.
   *
   * @param suggested those that are ticked before anybody chose
   */
  public boolean cites(Article article, Collection<Article> suggested) {
    return sent.has("cites")
        ? sent.choices(Article.class, "cites").contains(article)
        : suggested.contains(article);
  }

  /** Why that rule is set aside. */
  public String overruled(ExemptionRule rule) {
    return sent.text(field(rule));
  }

  private static String field(ExemptionRule rule) {
    return "overrule-" + rule;
  }

  /**
   * What is said of lines that are not ticked.
   *
   * @param of end of its fields' names: that of one line, or nothing
   * @param cites the name of the article; null before anybody chose
   */
  public record Refused(String of, String cites, String reason, String cure) {
    /** Whether its fields are to be seen: something was written of it, or is to be. */
    public boolean isOpen(FormErrors errors) {
      return !reason.isEmpty()
          || !cure.isEmpty()
          || errors.has(reasonField())
          || errors.has(cureField());
    }

    /**
     * Whether it rests on that article.
     *
     * @param suggested what it rests on before anybody chose; null for nothing
     */
    public boolean rests(Article on, Article suggested) {
      return cites == null ? on == suggested : on.name().equals(cites);
    }

    public String citesField() {
      return CITES + of;
    }

    public String reasonField() {
      return REASON + of;
    }

    public String cureField() {
      return CURE + of;
    }
  }

  /** Of all lines that nothing else is said of. */
  public Refused getRefused() {
    return refusedBy("");
  }

  /** Of that line alone. */
  public Refused refused(Opening line) {
    return refusedBy("-" + line.getId());
  }

  private Refused refusedBy(String of) {
    return new Refused(
        of,
        sent.has(CITES + of) ? sent.text(CITES + of) : null,
        sent.text(REASON + of),
        sent.text(CURE + of));
  }

  /** Approves the lines that are ticked, with a reason for each rule that is set aside. */
  Decisions.DecisionInput approval(FormErrors errors) {
    var overruled = readOverruled(errors);
    var lines = lines();
    if (lines.isEmpty()) {
      errors.add("line", "exemption.decide.no-line");
    }
    String reason = optional("reason", LONGEST, errors);
    return new Decisions.DecisionInput(
        version(), lines, refusals(errors), overruled, Set.of(), reason, null);
  }

  /** Why lines that are not ticked are refused: each for itself, and what is said of the rest. */
  private ReasonsGiven refusals(FormErrors errors) {
    var own = new HashMap<Long, RefusalReason>();
    for (String field : sent.names()) {
      var one = OF_A_LINE.matcher(field);
      if (one.matches()) {
        own.computeIfAbsent(Long.valueOf(one.group(1)), id -> refusal("-" + id, errors));
      }
    }
    return new ReasonsGiven(own, refusal("", errors));
  }

  private RefusalReason refusal(String of, FormErrors errors) {
    return new RefusalReason(
        sent.choices(Article.class, CITES + of),
        optional(REASON + of, LONGEST_REASON, errors),
        optional(CURE + of, LONGEST_REASON, errors));
  }

  private String optional(String field, int longest, FormErrors errors) {
    return errors.optional(field, sent.text(field), longest);
  }

  /** Keeps open what was taken over, with a reason for each rule that it violates. */
  Decisions.DecisionInput acceptance(FormErrors errors) {
    return new Decisions.DecisionInput(
        version(), Set.of(), ReasonsGiven.NONE, readOverruled(errors), Set.of(), null, null);
  }

  private Map<ExemptionRule, String> readOverruled(FormErrors errors) {
    var overruled = new EnumMap<ExemptionRule, String>(ExemptionRule.class);
    for (var rule : ExemptionRule.values()) {
      String why = optional(field(rule), LONGEST_REASON, errors);
      if (why != null) {
        overruled.put(rule, why);
      }
    }
    return overruled;
  }

  Decisions.DecisionInput rejection(FormErrors errors) {
    var cites = sent.choices(Article.class, "cites");
    String reason = errors.required("no-reason", getNoReason(), LONGEST);
    String cure = optional("cure", LONGEST, errors);
    return new Decisions.DecisionInput(
        version(), Set.of(), ReasonsGiven.NONE, Map.of(), cites, reason, cure);
  }
}
