package nl.poort25.domain;

import nl.poort25.domainname.DomainName;
import nl.poort25.text.NameCollation;
import nl.poort25.web.MalformedInput;

/**
 * The beginning of a name that somebody looks for in a list: folded as {@link NameCollation} does
 * it or, where it is in A-labels that stand for no letters or are not whole, these.
 *
 * @param beginning null for every name
 */
public record NameSearch(String beginning) {
  /**
   * @param typed null for every name
   */
  public static NameSearch of(String typed) {
    if (typed == null) {
      return new NameSearch(null);
    }
    String read;
    try {
      read = DomainName.parse(typed).unicode();
    } catch (MalformedInput e) {
      read = typed;
    }
    String folded = NameCollation.fold(read);
    return new NameSearch(folded.isEmpty() ? null : folded); // nothing but accents
  }

  /** Whether it is looked for among the A-labels, and the list sorted by them. */
  public boolean isByLabels() {
    return beginning != null && beginning.contains("xn--");
  }

  /** Where it is looked for: a field of registrations and of mail services. */
  public String field() {
    return isByLabels() ? "name" : "sortName";
  }
}
