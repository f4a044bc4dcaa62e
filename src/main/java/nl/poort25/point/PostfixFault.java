package nl.poort25.point;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.poort25.state.Postfix;
import nl.poort25.text.Text;

/**
 * A fault in the configuration of Postfix (main.cf), or at a recipient, that a relay's agent
 * reports and cannot repair itself.
 *
 * @param ofSettings whether the lines of {@link Postfix#settings} mend it
 */
public record PostfixFault(Text text, boolean ofSettings) {
  private static final Pattern NOT_USED = Pattern.compile("!(\\S+) does not use port25/(\\S+)");
  private static final Pattern BEFORE = Pattern.compile("!(\\S+) asks (\\S+) before port25/(\\S+)");
  private static final Pattern PARENTS =
      Pattern.compile("!parent_domain_matches_subdomains has relay_domains");
  private static final Pattern ASKED = Pattern.compile("!rcpt (\\S+) (.*)");

  /** Those among what a point has otherwise than it is to have. */
  static List<PostfixFault> of(Point point, List<DriftLine> drift) {
    return point.getFormat() != PointKind.POSTFIX
        ? List.of()
        : drift.stream().map(line -> of(line.getText())).flatMap(Optional::stream).toList();
  }

  /** Empty for a row of a table, or anything else that a state can put right. */
  static Optional<PostfixFault> of(String line) {
    return Stream.of(
            read(NOT_USED, "point.fault.not-used", line),
            read(BEFORE, "point.fault.before", line),
            read(PARENTS, "point.fault.parents", line),
            read(ASKED, "point.fault.asked", line))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<PostfixFault> read(Pattern pattern, String key, String line) {
    var found = pattern.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    var parts = new Object[found.groupCount()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = found.group(i + 1);
    }
    return Optional.of(new PostfixFault(Text.of(key, parts), pattern != ASKED));
  }

  /** Commands for root: Postfix has no word to include a file. */
  static String commands() {
    return Postfix.settings().stream()
            .map(line -> "postconf -e '" + line + "'\n")
            .reduce("", String::concat)
        + "postfix reload\n";
  }
}
