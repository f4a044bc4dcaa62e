package nl.poort25.mx;

import java.util.List;
import java.util.Optional;
import nl.poort25.domainname.DomainName;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.text.Text;

/**
 * What is to be said of the MX records of a name.
 *
 * @param name as asked
 * @param owner where the records were found or not found: another one if the name is an alias
 * @param cause present if, and only if, the reason is UNAVAILABLE
 * @param findings in the order in which senders try the records, missing ones among them
 */
public record MxVerdict(
    String name, String owner, Reason reason, Optional<Cause> cause, List<MxFinding> findings) {
  public enum Outcome {
    CORRECT,
    WRONG,
    UNKNOWN
  }

  /** What the outcome rests on. */
  public enum Reason {
    CORRECT(Outcome.CORRECT),
    RECORDS_AT_FAULT(Outcome.WRONG),
    NO_MX(Outcome.WRONG),
    NO_SUCH_NAME(Outcome.WRONG),
    UNAVAILABLE(Outcome.UNKNOWN);

    private final Outcome outcome;

    Reason(Outcome outcome) {
      this.outcome = outcome;
    }
  }

  public MxVerdict {
    findings = List.copyOf(findings);
  }

  public Outcome outcome() {
    return reason.outcome;
  }

  public Text judgement() {
    return cause
        .map(c -> Text.of("mx.set." + reason, shown(owner), Text.of("mx.cause." + c)))
        .orElseGet(() -> Text.of("mx.set." + reason, shown(owner)));
  }

  public Text advice() {
    return Text.of(
        cause.map(c -> "mx.cause." + c + ".advice").orElse("mx.set." + reason + ".advice"),
        shown(owner));
  }

  /** Said besides, where the name is an alias. */
  public Optional<Text> note() {
    return name.equals(owner)
        ? Optional.empty()
        : Optional.of(Text.of("mx.alias", shown(name), shown(owner)));
  }

  /** As people read it. */
  private static String shown(String name) {
    return DomainName.ofStored(name).unicode();
  }
}
