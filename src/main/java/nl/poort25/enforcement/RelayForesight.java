package nl.poort25.enforcement;

import static java.util.stream.Collectors.toCollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.mailservice.AtRelays;
import nl.poort25.mailservice.AtRelays.Why;
import nl.poort25.mailservice.ServiceInForce;
import nl.poort25.network.Cidr;

/**
 * Says just what the services of a name would change at the relays, on top of the last state, and
 * why one of them would bring nothing.
 */
@ApplicationScoped
@Transactional
class RelayForesight {
  @Inject RelayDecisions decisions;
  @Inject KnownDestinations destinations;
  @Inject PointLines lines;
  @Inject Released released;

  void answer(@Observes AtRelays question) {
    var reached =
        destinations.of(
            question.services().stream()
                .map(service -> service.delivery().destination())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    var store = decisions.store();
    var postmaster = decisions.postmaster();
    question.services().forEach(service -> lacks(question, service, reached, !store.isEmpty()));
    long last = released.numbers(Target.RELAY).last();
    var before =
        Stream.of(question.name(), RelayLine.STORE_KEY, RelayLine.POSTMASTER_KEY)
            .flatMap(key -> lines.of(Target.RELAY, key, last).stream())
            .map(RelayLine::parse)
            .collect(toCollection(TreeSet::new));
    var after =
        new TreeSet<>(
            RelayState.of(
                    new RelayFacts(question.services(), reached, List.of(), store, postmaster))
                .lines()
                .keySet());
    // others may need it
    before.stream().filter(line -> line.kind() == RelayLine.Kind.POSTMASTER).forEach(after::add);
    var change = Change.between(before, after);
    if (!change.isNone()) {
      question.isWritten("lines", change.written());
      question.isWritten("postfix", rows("postfix-", last, before, after));
      question.isWritten("ironport", rows("ironport-", last, before, after));
      question.isWritten("json", change.json());
    }
  }

  private static void lacks(
      AtRelays question, ServiceInForce service, Map<String, List<Cidr>> reached, boolean store) {
    String destination = service.delivery().destination();
    if (!service.proven()) {
      question.lacks(Why.NO_PROOF, null);
    } else if (!service.delivery().isSmtp()) {
      // where something else delivers, nothing of the name is kept
      if (!store && question.services().stream().noneMatch(s -> s.delivery().isSmtp())) {
        question.lacks(Why.NO_STORE, null);
      }
    } else if (!reached.containsKey(destination)) {
      question.lacks(Why.NOT_LOOKED_AT, destination);
    } else if (reached.get(destination).isEmpty()) {
      question.lacks(Why.NO_DESTINATION, destination);
    }
  }

  /** The rows that differ in each file of that kind. */
  private String rows(
      String kind, long number, Collection<RelayLine> before, Collection<RelayLine> after) {
    return Formats.of(Target.RELAY).stream()
        .filter(format -> format.startsWith(kind))
        .map(format -> rows(kind, format, number, before, after))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String rows(
      String kind,
      String format,
      long number,
      Collection<RelayLine> before,
      Collection<RelayLine> after) {
    String file = format.substring(kind.length());
    var from = Formats.write(Target.RELAY, format, number, List.copyOf(before)).orElseThrow();
    var to = Formats.write(Target.RELAY, format, number, List.copyOf(after)).orElseThrow();
    var old = from.lines().toList();
    var fresh = to.lines().toList();
    return Stream.concat(
            old.stream().filter(row -> !fresh.contains(row)).map(row -> "-" + file + ": " + row),
            fresh.stream().filter(row -> !old.contains(row)).map(row -> "+" + file + ": " + row))
        .collect(Collectors.joining("\n"));
  }
}
