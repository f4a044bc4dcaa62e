package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.abuse.OpenCaseQueries;
import nl.poort25.abuse.OpenCases;
import nl.poort25.exemption.ExemptionRuleFacts.Acknowledgements;
import nl.poort25.exemption.ExemptionRuleFacts.Maximum;
import nl.poort25.exemption.ExemptionRuleFacts.Narrowest;
import nl.poort25.exemption.ExemptionRuleFacts.Place;
import nl.poort25.exemption.ExemptionRuleFacts.Space;
import nl.poort25.mailservice.DeliverableAddresses;
import nl.poort25.mailservice.DestinationLookup;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connections;
import nl.poort25.network.Flow;
import nl.poort25.network.ProviderPrefixes;
import nl.poort25.policy.Verdict;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Gathers the facts of requests as they are now, of one as of all that a file would make: in a few
 * queries, however many are asked. In the caller's transaction, which holds what must not change
 * meanwhile.
 */
@ApplicationScoped
@Transactional
public class ExemptionFacts {
  @Inject ExistingOpenings held;
  @Inject Connections connections;
  @Inject ProviderPrefixes prefixes;
  @Inject OpenCaseQueries abuse;
  @Inject DestinationLookup destinations;
  @Inject Settings settings;

  /** All of a request, with every box ticked. */
  ExemptionCandidate asked(Exemption exemption) {
    return asked(exemption, Acknowledgements.BOTH);
  }

  /** All of a request; of what was taken over, what is open: its addresses may stand for more. */
  ExemptionCandidate asked(Exemption exemption, Acknowledgements acknowledged) {
    return ExemptionCandidate.of(exemption, lines(exemption), acknowledged);
  }

  /** What is asked to be opened; of what was taken over, what is open. */
  List<Flow> lines(Exemption exemption) {
    return exemption.isTakenOver() ? held.lines(exemption) : exemption.lines();
  }

  /** What the rules say of it now. */
  public Verdict judge(ExemptionCandidate asked) {
    return verdict(of(List.of(asked)).get(0));
  }

  public static Verdict verdict(ExemptionRuleFacts facts) {
    return Verdict.of(ExemptionRule.values(), facts);
  }

  /**
   * The facts of each, in that order. They compete with one another as with what is open or
   * waiting: of two that ask for the same line, the second finds it taken.
   */
  public List<ExemptionRuleFacts> of(List<ExemptionCandidate> asked) {
    var round = new Round(asked);
    return asked.stream().map(round::facts).toList();
  }

  /** What those that are judged together are judged by. */
  private final class Round {
    private final Maximum maximum =
        new Maximum(
            settings.number(Setting.EXEMPTION_SERVERS),
            settings.flag(Setting.EXEMPTION_STRICT_ADDRESSES));
    private final Narrowest narrowest =
        new Narrowest(
            settings.number(Setting.EXEMPTION_SOURCE_IPV4),
            settings.number(Setting.EXEMPTION_SOURCE_IPV6));
    private final DeliverableAddresses reachability = destinations.publicSpace();
    private final ServerQuotas counted = new ServerQuotas();

    /** The ids of the exemptions that hold a line, by its key. */
    private final Map<String, Long> holders = new HashMap<>();

    private final Map<Long, List<Cidr>> ranges;
    private final Set<Cidr> inside;
    private final OpenCases investigated;

    Round(List<ExemptionCandidate> asked) {
      held.holders(all(asked.stream().map(ExemptionCandidate::lines)))
          .forEach((key, holder) -> holders.put(key, holder.exemptionId()));
      held.count(asked, counted);
      asked.forEach(one -> counted.add(one.whole(), one.id(), one.answers().getServers()));
      ranges =
          connections.ranges(
              asked.stream()
                  .map(ExemptionCandidate::connection)
                  .filter(Objects::nonNull)
                  .map(connection -> connection.getId())
                  .collect(Collectors.toSet()));
      var to = all(asked.stream().map(ExemptionCandidate::destinations));
      var from = all(asked.stream().map(ExemptionCandidate::sources));
      inside = prefixes.inside(all(Stream.of(to, from)));
      investigated =
          abuse.open(
              asked.stream().map(ExemptionCandidate::partnerId).collect(Collectors.toSet()), to);
    }

    private static <T> Set<T> all(Stream<? extends Collection<T>> some) {
      return some.flatMap(Collection::stream).collect(Collectors.toSet());
    }

    ExemptionRuleFacts facts(ExemptionCandidate asked) {
      return new ExemptionRuleFacts(
          asked.kind(),
          asked.answers().isOutside(),
          place(asked),
          asked.answers().getServers(),
          counted.others(asked, maximum.servers()),
          maximum,
          asked.answers().getThirdParty(),
          asked.sources(),
          asked.destinations(),
          narrowest,
          space(asked),
          taken(asked),
          investigated.numbers(asked.partnerId(), asked.destinations()),
          asked.acknowledged());
    }

    private Place place(ExemptionCandidate asked) {
      var connection = asked.connection();
      return connection == null
          ? null
          : new Place(
              connection.getReference(),
              connection.getKind(),
              connection.isEnded(),
              ranges.getOrDefault(connection.getId(), List.of()));
    }

    /** The lines that others hold, or have asked for before (4.7). */
    private List<Flow> taken(ExemptionCandidate asked) {
      return asked.lines().stream()
          .filter(
              line -> {
                var holder = holders.putIfAbsent(line.key(), asked.id());
                return holder != null && holder != asked.id();
              })
          .toList();
    }

    private Space space(ExemptionCandidate asked) {
      return new Space(
          asked.destinations().stream().filter(to -> !inside.contains(to)).toList(),
          asked.sources().stream().filter(inside::contains).toList(),
          asked.sources().stream()
              .filter(from -> reachability.objection(from.block().getLower()).isPresent())
              .toList());
    }
  }
}
