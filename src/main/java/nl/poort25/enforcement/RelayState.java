package nl.poort25.enforcement;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.poort25.mailservice.ServiceInForce;
import nl.poort25.network.Cidr;
import nl.poort25.state.RelayLine;
import nl.poort25.state.TableNames;

/**
 * The desired state of every relay: accepted names, where their mail goes, and denied clients; a
 * pure function of the facts. A name is in it only with proof of control (3.5), and for SMTP
 * delivery only with a destination that passes (3.9). Where a name has delivery and boxes, all its
 * mail is delivered.
 */
final class RelayState {
  private final SortedMap<RelayLine, Cause> lines;

  private RelayState(SortedMap<RelayLine, Cause> lines) {
    this.lines = lines;
  }

  /**
   * @throws UnauthorisedState if it would take mail that was not decided, or not refuse what was
   */
  static RelayState of(RelayFacts facts) {
    var lines = new TreeMap<RelayLine, Cause>();
    facts
        .denied()
        .forEach(
            d -> lines.put(RelayLine.deny(d.client(), d.number()), Cause.abuseCase(d.caseId())));
    facts.services().stream()
        .filter(ServiceInForce::proven)
        .sorted(Comparator.comparingLong(ServiceInForce::id))
        .collect(Collectors.groupingBy(ServiceInForce::name))
        .forEach((name, services) -> lines.putAll(of(name, services, facts)));
    if (!facts.store().isEmpty()) {
      lines.put(RelayLine.store(facts.store()), Cause.SETTING);
    }
    if (facts.postmaster() != null && lines.keySet().stream().anyMatch(RelayState::isRecipient)) {
      lines.put(RelayLine.postmaster(facts.postmaster()), Cause.SETTING);
    }
    RelayStateCheck.mustBeJust(lines.keySet(), facts);
    return new RelayState(lines);
  }

  private static Map<RelayLine, Cause> of(
      String name, List<ServiceInForce> services, RelayFacts facts) {
    var delivered = services.stream().filter(s -> s.delivery().isDelivered()).toList();
    if (delivered.isEmpty()) {
      return facts.store().isEmpty() ? Map.of() : kept(name, services);
    }
    var reached = delivered.stream().filter(s -> !hosts(s, facts).isEmpty()).toList();
    var hosts =
        reached.stream()
            .flatMap(s -> hosts(s, facts).stream())
            .distinct()
            .sorted(Comparator.comparing(Cidr::firstKey))
            .limit(RelayLine.MOST_HOSTS)
            .toList();
    return hosts.isEmpty()
        ? Map.of()
        : Map.of(RelayLine.domain(name, hosts), Cause.mailService(reached.get(0).id()));
  }

  private static List<Cidr> hosts(ServiceInForce service, RelayFacts facts) {
    return facts.reached().getOrDefault(service.delivery().destination(), List.of());
  }

  /** The recipients are known where the name has boxes and no catch-all. */
  private static Map<RelayLine, Cause> kept(String name, List<ServiceInForce> services) {
    var lines = new HashMap<RelayLine, Cause>();
    lines.put(RelayLine.mailstore(name), Cause.mailService(services.get(0).id()));
    boolean known =
        services.stream()
            .noneMatch(
                s ->
                    s.kind().isForAll()
                        || (isBox(s) && !TableNames.isLocalPart(s.delivery().localPart())));
    if (known) {
      services.stream()
          .filter(RelayState::isBox)
          .forEach(
              s ->
                  lines.putIfAbsent(
                      RelayLine.recipient(s.delivery().localPart(), name),
                      Cause.mailService(s.id())));
    }
    return lines;
  }

  private static boolean isRecipient(RelayLine line) {
    return line.kind() == RelayLine.Kind.RECIPIENT;
  }

  private static boolean isBox(ServiceInForce service) {
    return service.kind().hasLocalPart();
  }

  /** In the order of their text, each with what brought it. */
  SortedMap<RelayLine, Cause> lines() {
    return lines;
  }
}
