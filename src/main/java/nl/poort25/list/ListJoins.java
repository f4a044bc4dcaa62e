package nl.poort25.list;

import java.util.ArrayDeque;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The joins of a list, of which its search and its count need but a few. */
final class ListJoins {
  private static final Pattern BETWEEN =
      Pattern.compile("\\s+(?=left join )|(?<!left)\\s+(?=join )");
  private static final Pattern ALIAS = Pattern.compile("join \\S+ (\\w+)");

  private ListJoins() {}

  /**
   * Those that leave rows out, and those that a condition refers to or another join that is needed;
   * nothing is fetched.
   *
   * @param conditions and whatever else names what is joined, such as {@code p.name}
   */
  static String needed(String joins, Stream<String> conditions) {
    if (joins.isEmpty()) {
      return "";
    }
    var needed = new ArrayDeque<String>();
    var refer = new StringBuilder();
    conditions.forEach(part -> refer.append(part).append(' '));
    String[] clauses = BETWEEN.split(joins.strip());
    for (int i = clauses.length - 1; i >= 0; i--) {
      String clause = clauses[i].replace("join fetch ", "join ");
      if (!clause.startsWith("left ") || isNamed(clause, refer)) {
        needed.addFirst(clause);
        refer.append(' ').append(clause);
      }
    }
    return " " + String.join(" ", needed);
  }

  private static boolean isNamed(String clause, CharSequence refer) {
    var alias = ALIAS.matcher(clause);
    return alias.find() && Pattern.compile("\\b" + alias.group(1) + "\\b").matcher(refer).find();
  }
}
