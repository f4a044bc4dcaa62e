package nl.poort25.policy;

import java.util.List;
import nl.poort25.text.Text;

/**
 * The result of one rule: what violates it, and whether its facts were known. Its texts can name
 * the offenders as {0}.
 *
 * @param isJudged false where what the rule looks at is not known yet
 */
public record Finding(Rule<?> rule, List<String> offenders, boolean isJudged) {
  public Finding {
    offenders = List.copyOf(offenders);
  }

  public Finding(Rule<?> rule, List<String> offenders) {
    this(rule, offenders, true);
  }

  /** The same as long as what it looks at is not filled in. */
  public Finding notYet() {
    return new Finding(rule, List.of(), false);
  }

  /** "ok", "bad" or "none", as a status shows it. */
  public String sign() {
    return !holds() ? "bad" : isJudged ? "ok" : "none";
  }

  /** What stands in its sign. */
  public String mark() {
    return !holds() ? "!" : isJudged ? "✓" : "…";
  }

  public boolean holds() {
    return offenders.isEmpty();
  }

  public Citation cites() {
    return rule.cites();
  }

  public Text title() {
    return text("title");
  }

  public Text violated() {
    return text("violated");
  }

  /** What would change the answer. */
  public Text cure() {
    return text("cure");
  }

  private Text text(String part) {
    return Text.of(rule.key() + "." + part, String.join(", ", offenders));
  }
}
