package nl.poort25.exemption;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.poort25.policy.ExemptionKind;

/** One page of the request; each is saved by itself. */
public enum Step {
  KIND,
  CONNECTION,
  SERVERS,
  THIRD_PARTY,
  DESTINATIONS,
  USE,
  MEASURES,
  CONTACT;

  /** Its part of the URL. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Step at(String path) {
    return Arrays.stream(values())
        .filter(step -> step.path().equals(path))
        .findFirst()
        .orElse(null);
  }

  /** Those that such a request has, in order. */
  static List<Step> of(ExemptionKind kind, boolean outside) {
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
