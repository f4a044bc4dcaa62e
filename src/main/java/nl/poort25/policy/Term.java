package nl.poort25.policy;

import java.util.Locale;
import nl.poort25.web.Text;

/** The glossary: what the words on the pages mean. */
enum Term {
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
  BLOCK;

  public Text term() {
    return text("term");
  }

  public Text meaning() {
    return text("meaning");
  }

  private Text text(String part) {
    String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Text.of("policy.glossary." + key + "." + part);
  }
}
