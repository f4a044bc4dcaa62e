package nl.poort25.enforcement;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.enforcement.RelayLine.Kind;
import nl.poort25.network.Cidr;

/**
 * Writes a state for an IronPort (Cisco ESA), after the manuals of AsyncOS: never tried on a
 * device, and every file says so. A name stands for itself alone; its subdomains would begin with a
 * dot.
 *
 * @param smtpRoutes all of them but the last, ALL, which is the device's own
 * @param rat the recipient access table, to the last entry
 * @param hat what goes before all other entries of the host access table
 * @param warnings what the device may not take, or takes otherwise than decided: each file begins
 *     with them
 */
record IronPort(String smtpRoutes, String rat, String hat, List<String> warnings) {
  /** The manual of AsyncOS 8.0 and later; ALL counts as one. */
  static final int MOST_ROUTES = 40_000;

  /** Of a recipient access table, whose manual says nothing of other characters. */
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9._+-]+");

  private static final String HEAD =
      """
      # Poort 25, generation %d: %s
      # Not yet tried on a device: compare with an export, and check before the commit
      """;

  IronPort {
    warnings = List.copyOf(warnings);
  }

  static IronPort write(long generation, Collection<RelayLine> lines) {
    var store = RelayLine.store(lines);
    var warnings = new ArrayList<String>();
    var routes =
        lines.stream()
            .filter(line -> line.kind() == Kind.DOMAIN || isKept(line, store))
            .map(line -> line.name() + " " + hosts(line, store))
            .toList();
    if (routes.size() + 1 > MOST_ROUTES) {
      warnings.add(
          "%d routes and ALL: a device takes %d in all".formatted(routes.size(), MOST_ROUTES));
    }
    long homeless =
        lines.stream()
            .filter(line -> line.kind() == Kind.MAILSTORE && store.isEmpty())
            .map(RelayLine::name)
            .count();
    if (homeless > 0) {
      warnings.add("left out, since no mail store is named: %d".formatted(homeless));
    }
    var accepted = recipients(lines, store, warnings).toList();
    String head =
        HEAD + warnings.stream().map(text -> "# Warning: " + text + "\n").collect(joining());
    return new IronPort(
        text(head, generation, "SMTP routes; an import replaces them all", routes.stream()),
        text(
            head,
            generation,
            "recipient access table; an import replaces it",
            Stream.concat(accepted.stream(), Stream.of("ALL REJECT"))),
        text(
            head,
            generation,
            "for the top of the host access table; an import of this alone would empty it",
            lines.stream()
                .filter(line -> line.kind() == Kind.DENY)
                .flatMap(line -> Stream.of("# " + line.caseNumber(), line.client() + " REJECT"))),
        warnings);
  }

  private static boolean isKept(RelayLine line, List<Cidr> store) {
    return line.kind() == Kind.MAILSTORE && !store.isEmpty();
  }

  /** Of one priority, between which the device takes turns. */
  private static String hosts(RelayLine line, List<Cidr> store) {
    return (line.kind() == Kind.MAILSTORE ? store : line.hosts())
        .stream().map(host -> host + "/pri=0").collect(joining(", "));
  }

  private static Stream<String> recipients(
      Collection<RelayLine> lines, List<Cidr> store, List<String> warnings) {
    var boxes = lines.stream().filter(line -> line.kind() == Kind.RECIPIENT).toList();
    var whole =
        boxes.stream()
            .filter(line -> !PLAIN.matcher(line.local()).matches())
            .map(RelayLine::name)
            .collect(Collectors.toSet());
    if (!whole.isEmpty()) {
      warnings.add("names taken whole, since a recipient of theirs may not parse: " + whole.size());
    }
    var listed =
        boxes.stream()
            .map(RelayLine::name)
            .filter(name -> !whole.contains(name))
            .collect(Collectors.toSet());
    var names =
        lines.stream()
            .filter(line -> line.kind() == Kind.DOMAIN || isKept(line, store))
            .map(RelayLine::name)
            .filter(name -> !listed.contains(name));
    return Stream.concat(
        names.map(name -> name + " ACCEPT"),
        store.isEmpty()
            ? Stream.of()
            : boxes.stream()
                .filter(line -> listed.contains(line.name()))
                .map(line -> line.local() + "@" + line.name() + " ACCEPT"));
  }

  private static String text(String head, long generation, String what, Stream<String> rows) {
    return head.formatted(generation, what) + rows.map(row -> row + "\n").collect(joining());
  }
}
