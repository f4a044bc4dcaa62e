package nl.poort25.policy;

/**
 * A document that the policy refers to, as a setting writes it: "title" or "title | link".
 *
 * @param link its address on the web; null where it has none
 */
public record Document(String title, String link) {
  static Document parse(String entry) {
    int bar = entry.indexOf('|');
    return bar < 0
        ? new Document(entry.strip(), null)
        : new Document(entry.substring(0, bar).strip(), entry.substring(bar + 1).strip());
  }
}
