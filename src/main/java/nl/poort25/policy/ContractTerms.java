package nl.poort25.policy;

import java.util.Set;
import nl.poort25.text.Text;

/**
 * Terms that belong to the contract besides the policy (1.5). The setting writes them as "name" or
 * "name | link"; the names sale, service and company stand for the three that the policy mentions
 * and are put into the reader's language, any other is shown as it is written.
 *
 * @param link null, or the address of the terms on the web
 */
record ContractTerms(String name, String link) {
  private static final Set<String> MENTIONED = Set.of("sale", "service", "company");

  static ContractTerms parse(String entry) {
    var document = Document.parse(entry);
    return new ContractTerms(document.title(), document.link());
  }

  public boolean mentioned() {
    return MENTIONED.contains(name);
  }

  /** For those that the policy mentions; {0} is the contracting party. */
  public Text text(String party) {
    return Text.of("policy.contract." + name, party);
  }
}
