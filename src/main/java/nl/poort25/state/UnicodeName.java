package nl.poort25.state;

import java.util.Optional;
import java.util.stream.Stream;
import nl.poort25.domainname.Idna;

/**
 * A name as mail with SMTPUTF8 (RFC 6531) has it, in U-labels throughout. A line of a state is
 * ASCII and carries both forms in one, since the U-labels follow from the A-labels (RFC 3492): the
 * agent works them out too.
 *
 * <p>Postfix folds the case of what it looks up, and that makes ss of ß and σ of ς: these stand for
 * another name there, perhaps of somebody else, so that a name with one of them has its A-labels
 * alone.
 */
final class UnicodeName {
  private UnicodeName() {}

  /** Each way in which mail may say that name. */
  static Stream<String> all(String name) {
    return Stream.concat(Stream.of(name), of(name).stream());
  }

  /** Empty for a name of which mail has no other form than its A-labels. */
  static Optional<String> of(String name) {
    if (!name.contains("xn--")) {
      return Optional.empty();
    }
    String text = Idna.toUnicode(name);
    return text.chars().anyMatch(c -> c == 'ß' || c == 'ς') || text.equals(name)
        ? Optional.empty()
        : Optional.of(text);
  }
}
