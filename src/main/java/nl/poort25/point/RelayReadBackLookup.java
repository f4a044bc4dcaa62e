package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.poort25.enforcement.GenerationReleases;
import nl.poort25.enforcement.PointLines;
import nl.poort25.mailservice.RelayReadBack;
import nl.poort25.mailservice.RelayStatus.MailHandling;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.RelayLine;

/** Says for a name whether the relays take its mail, where all relays report what they hold. */
@ApplicationScoped
@Transactional
class RelayReadBackLookup implements RelayReadBack {
  @Inject Points points;
  @Inject PointLines lines;
  @Inject GenerationReleases released;

  @Override
  public Optional<Found> find(String name) {
    var relays = points.all(EnforcementTarget.RELAY);
    if (relays.isEmpty() || !relays.stream().allMatch(Point::isCounted)) {
      return Optional.empty();
    }
    var wanted = lines(name, released.numbers(EnforcementTarget.RELAY).last());
    boolean all =
        relays.stream()
            .allMatch(
                relay ->
                    relay.isJust(relay.getHeld().getAppliedNumber())
                        && lines(name, relay.getHeld().getAppliedNumber()).equals(wanted));
    var hosts =
        wanted.stream()
            .map(RelayLine::parse)
            .filter(line -> line.kind() == RelayLine.Kind.DOMAIN)
            .flatMap(line -> line.hosts().stream())
            .map(Object::toString)
            .toList();
    return relays.stream()
        .map(relay -> relay.getHeld().getReadBackAt())
        .filter(at -> at != null)
        .min(Comparator.naturalOrder())
        .map(at -> new Found(doing(all, wanted.isEmpty()), at, hosts));
  }

  private static MailHandling doing(boolean all, boolean none) {
    if (all) {
      return none ? MailHandling.NOT_TAKEN : MailHandling.TAKEN;
    }
    return none ? MailHandling.ENDING : MailHandling.ON_ITS_WAY;
  }

  private List<String> lines(String name, long number) {
    return lines.of(EnforcementTarget.RELAY, name, number);
  }
}
