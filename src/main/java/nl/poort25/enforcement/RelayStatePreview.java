package nl.poort25.enforcement;

import static java.util.stream.Collectors.toCollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.mailservice.RelayPreview;
import nl.poort25.mailservice.RelayStatus.MissingRequirement;
import nl.poort25.mailservice.RelayStatus.Why;
import nl.poort25.mailservice.ServiceInForce;
import nl.poort25.network.Cidr;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.RelayLine;
import nl.poort25.state.StateFormat;

/**
 * Previews what the services of a name would change at the relays, compared with the last state,
 * and says why one of them would have no effect.
 */
@ApplicationScoped
@Transactional
class RelayStatePreview implements RelayPreview {
  @Inject RelayFactsQuery decisions;
  @Inject ResolvedDestinations destinations;
  @Inject PointLines lines;
  @Inject GenerationReleases released;

  @Override
  public Preview of(String name, List<ServiceInForce> services) {
    var reached =
        destinations.of(
            services.stream()
                .map(service -> service.delivery().destination())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    var store = decisions.store();
    var postmaster = decisions.postmaster();
    long last = released.numbers(EnforcementTarget.RELAY).last();
    var before =
        Stream.of(name, RelayLine.STORE_KEY, RelayLine.POSTMASTER_KEY)
            .flatMap(key -> lines.of(EnforcementTarget.RELAY, key, last).stream())
            .map(RelayLine::parse)
            .collect(toCollection(TreeSet::new));
    var after =
        new TreeSet<>(
            RelayState.of(new RelayFacts(services, reached, List.of(), store, postmaster))
                .lines()
                .keySet());
    // others may need it
    before.stream().filter(line -> line.kind() == RelayLine.Kind.POSTMASTER).forEach(after::add);
    return new Preview(
        lacks(services, reached, !store.isEmpty()),
        before.equals(after)
            ? List.of()
            : StateFormat.changes(EnforcementTarget.RELAY, before, after));
  }

  private static List<MissingRequirement> lacks(
      List<ServiceInForce> services, Map<String, List<Cidr>> reached, boolean store) {
    // where something else delivers, nothing of the name is kept
    boolean delivers = services.stream().anyMatch(s -> s.delivery().isDelivered());
    return services.stream()
        .flatMap(service -> lack(service, reached, store || delivers).stream())
        .toList();
  }

  private static Optional<MissingRequirement> lack(
      ServiceInForce service, Map<String, List<Cidr>> reached, boolean kept) {
    String destination = service.delivery().destination();
    if (!service.proven()) {
      return Optional.of(new MissingRequirement(Why.NO_PROOF, null));
    }
    if (!service.delivery().isDelivered()) {
      return kept ? Optional.empty() : Optional.of(new MissingRequirement(Why.NO_STORE, null));
    }
    if (!reached.containsKey(destination)) {
      return Optional.of(new MissingRequirement(Why.NOT_LOOKED_AT, destination));
    }
    return reached.get(destination).isEmpty()
        ? Optional.of(new MissingRequirement(Why.NO_DESTINATION, destination))
        : Optional.empty();
  }
}
