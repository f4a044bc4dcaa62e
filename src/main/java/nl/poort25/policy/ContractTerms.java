package nl.poort25.policy;

import java.net.URI;
import java.util.Set;
import nl.poort25.web.Setting;
import nl.poort25.web.Text;

/**
 * Terms that belong to the contract besides the policy (1.5). The setting writes them as "name" or
 * "name | link"; the names sale, service and company stand for the three that the policy mentions
 * and are put into the reader's language, any other is shown as it is written.
 *
 * @param link null, or the address of the terms on the web
 */
record ContractTerms(String name, String link) {
  private static final Set<String> MENTIONED = Set.of("sale", "service", "company");

  ContractTerms {
    if (link != null && !isWebAddress(link)) {
      throw new IllegalStateException(
          Setting.CONTRACT_TERMS.key() + " must link to http or https, not to " + link);
    }
  }

  static ContractTerms parse(String entry) {
    int bar = entry.indexOf('|');
    return bar < 0
        ? new ContractTerms(entry.strip(), null)
        : new ContractTerms(entry.substring(0, bar).strip(), entry.substring(bar + 1).strip());
  }

  public boolean mentioned() {
    return MENTIONED.contains(name);
  }

  /** For those that the policy mentions; {0} is the contracting party. */
  public Text text(String party) {
    return Text.of("policy.contract." + name, party);
  }

  private static boolean isWebAddress(String link) {
    try {
      URI uri = URI.create(link);
      return uri.getHost() != null && uri.toString().matches("https?:.*");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
