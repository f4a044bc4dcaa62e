package nl.poort25.policy;

import java.util.List;
import nl.poort25.web.Text;

/** What a rule found. Its texts can name the offenders as {0}. */
public record Finding(Rule<?> rule, List<String> offenders) {
  public Finding {
    offenders = List.copyOf(offenders);
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
