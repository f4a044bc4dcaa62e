package nl.poort25.exemption;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.web.SentForm;

/** The pages of the request form, in order; each is saved by itself. */
public enum RequestStep {
  KIND(KindStep::new, KindStep::of),
  CONNECTION(ConnectionStep::new, ConnectionStep::of),
  SERVERS(ServersStep::new, ServersStep::of),
  THIRD_PARTY(ThirdPartyStep::new, ThirdPartyStep::of),
  DESTINATIONS(DestinationsStep::new, DestinationsStep::of),
  USE(UseStep::new, UseStep::of),
  MEASURES(MeasuresStep::new, MeasuresStep::of),
  CONTACT(ContactStep::new, ContactStep::of);

  private final Function<SentForm, StepForm> sent;
  private final Function<Exemption, StepForm> kept;

  RequestStep(Function<SentForm, StepForm> sent, Function<Exemption, StepForm> kept) {
    this.sent = sent;
    this.kept = kept;
  }

  /** Its form as it was sent. */
  StepForm form(SentForm fields) {
    return sent.apply(fields);
  }

  /** Its form with what the draft has. */
  StepForm form(Exemption draft) {
    return kept.apply(draft);
  }

  /** Its part of the URL, and the name of its fields' template. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether its page begins with what it is about; the kind has its own beginning. */
  public boolean hasLead() {
    return this != KIND;
  }

  static RequestStep at(String path) {
    return Arrays.stream(values())
        .filter(step -> step.path().equals(path))
        .findFirst()
        .orElse(null);
  }

  /** Those that such a request has, in order. */
  static List<RequestStep> of(ExemptionKind kind, boolean outside) {
    return Arrays.stream(values())
        .filter(
            step ->
                switch (step) {
                  case SERVERS -> kind != ExemptionKind.THIRD_PARTY;
                  case THIRD_PARTY -> kind == ExemptionKind.THIRD_PARTY;
                  case DESTINATIONS -> kind == ExemptionKind.THIRD_PARTY || outside;
                  default -> true;
                })
        .toList();
  }
}
