package nl.poort25.policy;

import java.util.Locale;
import nl.poort25.text.Text;

/** A term of the glossary on the policy page. */
public enum GlossaryTerm {
  PARTNER,
  CUSTOMER,
  REGISTRATION,
  ACTION,
  MAIL_SERVICE,
  EXEMPTION,
  CONNECTION,
  TICKET,
  WORKING_DAY,
  ABUSE,
  BLOCK,
  OPEN_RELAY,
  BLOCKLIST;

  public Text term() {
    return text("term");
  }

  public Text meaning() {
    return text("meaning");
  }

  public String anchor() {
    return "term-" + key();
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Text text(String part) {
    return Text.of("policy.glossary." + key() + "." + part);
  }
}
