package nl.poort25.mailservice;

import nl.poort25.text.Text;
import nl.poort25.web.ChoiceParser;

/** Which service suits, by three answers; an answer that is not needed may be missing. */
record MailServiceAdvice(MailServiceKind kind, DeliveryMethod intake) {
  /** Which addresses of the domain get mail. */
  enum Addresses {
    SOME,
    ALL
  }

  /** Whether spam and viruses are to be filtered out. */
  enum Filter {
    YES,
    NO
  }

  /** The advice, or null while an answer is missing that it hangs on. */
  static MailServiceAdvice of(String intake, String filter, String addresses) {
    var how = ChoiceParser.find(DeliveryMethod.class, intake);
    var filtered = ChoiceParser.find(Filter.class, filter);
    var which = ChoiceParser.find(Addresses.class, addresses);
    return how == null || filtered == null
        ? null
        : MailServiceKind.suiting(how, filtered, which)
            .map(kind -> new MailServiceAdvice(kind, how))
            .orElse(null);
  }

  /** Why this one. */
  public Text why() {
    return Text.of("mailservice.advice.why." + kind + "." + intake);
  }
}
