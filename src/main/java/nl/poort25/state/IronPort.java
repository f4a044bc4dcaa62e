package nl.poort25.state;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.network.Cidr;
import nl.poort25.state.RelayLine.Kind;

/**
 * Writes a state for an IronPort (Cisco ESA), after the manuals of AsyncOS: never tried on a
 * device, and every file says so. A name stands for itself alone; its subdomains would begin with a
 * dot.
 *
 * @param smtpRoutes all of them but the last, ALL, which is the device's own
 * @param rat the recipient access table, to the last entry
 * @param hat what goes before all other entries of the host access table
 * @param aliases the alias table: where mail for roles that have no box goes
 * @param warnings what the device may not take, or takes otherwise than decided: each file begins
 *     with them
 */
public record IronPort(
    String smtpRoutes, String rat, String hat, String aliases, List<String> warnings) {
  /** The manual of AsyncOS 8.0 and later; ALL counts as one. */
  public static final int MOST_ROUTES = 40_000;

  /** Of a recipient access table, whose manual says nothing of other characters. */
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9._+-]+");

  private static final String HEAD =
      """
      # Poort 25, generation %d: %s
      # Not yet tried on a device: compare with an export, and check before the commit
      """;

  /** Its four files, of which a device takes each by itself. */
  static final class Writer implements StateWriter {
    @Override
    public List<String> files() {
      return List.of("smtproutes", "rat", "hat", "aliases");
    }

    @Override
    public String write(
        String file,
        EnforcementTarget target,
        long generation,
        Collection<? extends DesiredLine> lines) {
      var written = IronPort.write(generation, StateWriter.of(RelayLine.class, lines));
      return switch (file) {
        case "smtproutes" -> written.smtpRoutes();
        case "rat" -> written.rat();
        case "hat" -> written.hat();
        case "aliases" -> written.aliases();
        default -> throw new IllegalArgumentException(file);
      };
    }
  }

  public IronPort {
    warnings = List.copyOf(warnings);
  }

  public static IronPort write(long generation, Collection<RelayLine> lines) {
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
    var roles = roles(lines, store);
    var accepted = recipients(lines, roles, store, warnings).toList();
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
        text(
            head,
            generation,
            "alias table; an import replaces it",
            roles.entrySet().stream()
                .flatMap(
                    entry ->
                        Stream.concat(
                            Stream.of("[" + entry.getKey() + "]"), entry.getValue().stream()))),
        warnings);
  }

  /** Of names with known recipients those rows of the alias table that have no box. */
  private static SortedMap<String, List<String>> roles(
      Collection<RelayLine> lines, List<Cidr> store) {
    var boxes =
        lines.stream()
            .filter(line -> line.kind() == Kind.RECIPIENT && !store.isEmpty())
            .collect(
                Collectors.groupingBy(
                    RelayLine::name, Collectors.mapping(RelayLine::local, Collectors.toSet())));
    var rows = new TreeMap<String, List<String>>();
    for (var postmaster : lines) {
      if (postmaster.kind() == Kind.POSTMASTER) {
        boxes.forEach(
            (name, known) ->
                rows.put(
                    name,
                    RelayLine.ROLES.stream()
                        .filter(role -> !known.contains(role))
                        .map(role -> role + ": " + postmaster.address())
                        .toList()));
      }
    }
    rows.values().removeIf(List::isEmpty);
    return rows;
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
      Collection<RelayLine> lines,
      Map<String, List<String>> roles,
      List<Cidr> store,
      List<String> warnings) {
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
    var addresses =
        Stream.concat(
            boxes.stream().filter(line -> listed.contains(line.name())).map(RelayLine::address),
            roles.entrySet().stream()
                .filter(entry -> listed.contains(entry.getKey()))
                .flatMap(
                    entry ->
                        entry.getValue().stream()
                            .map(
                                row -> row.substring(0, row.indexOf(':')) + "@" + entry.getKey())));
    return Stream.concat(names, store.isEmpty() ? Stream.of() : addresses)
        .map(taken -> taken + " ACCEPT");
  }

  private static String text(String head, long generation, String what, Stream<String> rows) {
    return head.formatted(generation, what) + rows.map(row -> row + "\n").collect(joining());
  }
}
