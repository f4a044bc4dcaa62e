package nl.poort25.policy;

import java.util.Locale;
import nl.poort25.text.Text;

/** MX sets that a zone may hold, each with the verdict that 3.10 and 3.11 lead to. */
enum MxExample {
  BOTH(Outcome.CORRECT),
  ABOVE(Outcome.CORRECT),
  AGAIN(Outcome.CORRECT),
  EQUAL(Outcome.WRONG),
  BELOW(Outcome.WRONG),
  MISSING(Outcome.WRONG),
  SWAPPED(Outcome.WRONG),
  SPELLING(Outcome.CORRECT),
  UNDOTTED(Outcome.WRONG),
  NULL(Outcome.WRONG),
  NONE(Outcome.WRONG),
  NXDOMAIN(Outcome.WRONG),
  UNREACHABLE(Outcome.UNKNOWN);

  enum Outcome {
    CORRECT("ok"),
    WRONG("bad"),
    UNKNOWN("wait");

    private final String look;

    Outcome(String look) {
      this.look = look;
    }
  }

  private final Outcome outcome;

  MxExample(Outcome outcome) {
    this.outcome = outcome;
  }

  public Text outcome() {
    return Text.of("policy.mx." + outcome.name());
  }

  /** The kind of status word in layout/parts. */
  public String look() {
    return outcome.look;
  }

  public Text found() {
    return text("found");
  }

  public Text why() {
    return text("why");
  }

  private Text text(String column) {
    return Text.of("policy.mx." + name().toLowerCase(Locale.ROOT) + "." + column);
  }
}
