package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.poort25.exemption.ExemptionCase.Acknowledgements;
import nl.poort25.exemption.ExemptionCase.Maximum;
import nl.poort25.exemption.ExemptionCase.Narrowest;
import nl.poort25.exemption.ExemptionCase.Place;
import nl.poort25.exemption.ExemptionCase.Space;
import nl.poort25.exemption.OpeningFile.Entry;
import nl.poort25.mailservice.Reachability;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.LineFault;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.Verdict;

/** Judges a file of openings as a whole: in a few queries, not in some for each line. */
@ApplicationScoped
class OpeningJudge {
  @Inject Judge judge;
  @Inject KnownOpenings known;

  /** What the rules say of one exemption to be, and which of its lines nobody holds yet. */
  record Judged(TakenOver group, Connection connection, Set<Line> free, Verdict verdict) {}

  /**
   * @param faults in the order of the lines
   */
  record Outcome(List<Judged> exemptions, List<LineFault> faults) {}

  Outcome judge(OpeningFile file) {
    var faults = new ArrayList<>(file.faults());
    var connections = known.connections(file.entries().stream().map(Entry::reference).toList());
    var holders = known.holders(file.entries().stream().map(e -> e.line().key()).toList());
    var doubts = OpeningDoubts.of(known, file.entries(), connections, holders);
    var good = new ArrayList<Entry>();
    for (var entry : file.entries()) {
      var fault = doubts.about(entry);
      if (fault == null) {
        good.add(entry);
      } else {
        faults.add(fault);
      }
    }
    faults.sort(Comparator.comparingInt(LineFault::line));
    var groups = TakenOver.of(good);
    var round = new Round(groups, connections, new HashSet<>(holders.keySet()));
    return new Outcome(groups.stream().map(round::judge).toList(), faults);
  }

  /** All that the groups of one file are judged by. */
  private final class Round {
    private final Map<String, Connection> connections;
    private final Set<String> held;
    private final Map<Long, List<Cidr>> ranges;
    private final Set<String> network;
    private final Map<Long, List<String>> abuse;
    private final Map<String, List<Counted>> counted = new HashMap<>();
    private final Reachability reachability = judge.reachability();
    private final Maximum maximum = judge.maximum();
    private final Narrowest narrowest = judge.narrowest();

    Round(List<TakenOver> groups, Map<String, Connection> connections, Set<String> held) {
      this.connections = connections;
      this.held = held;
      ranges = known.ranges(connections.values());
      network = known.network();
      abuse = known.abuse(connections.values());
      known
          .servers(connections.values())
          .forEach((whole, servers) -> servers.forEach(server -> count(whole, -1, server)));
      for (var group : groups) {
        if (group.kind() != ExemptionKind.THIRD_PARTY) {
          group.servers().forEach(server -> count(whole(group), group.number(), server));
        }
      }
    }

    private void count(String whole, int group, MailServer server) {
      counted.computeIfAbsent(whole, key -> new ArrayList<>()).add(new Counted(group, server));
    }

    private String whole(TakenOver group) {
      var connection = connections.get(group.reference());
      return KnownOpenings.whole(group.kind(), connection.getPartner().getId(), connection.getId());
    }

    Judged judge(TakenOver group) {
      var connection = connections.get(group.reference());
      var taken = new ArrayList<Line>();
      var free = new HashSet<Line>();
      for (var line : group.lines()) {
        if (held.add(line.key())) {
          free.add(line);
        } else {
          taken.add(line);
        }
      }
      var facts =
          new ExemptionCase(
              group.kind(),
              group.isOutside(),
              place(connection, group),
              group.servers(),
              others(group),
              maximum,
              group.thirdParty(),
              group.sources(),
              group.destinations(),
              narrowest,
              space(group),
              taken,
              abuse.get(connection.getPartner().getId()),
              Acknowledgements.BOTH);
      return new Judged(group, connection, free, Verdict.of(ExemptionRule.values(), facts));
    }

    /** With those ranges only that a destination lies in: a connection may have thousands. */
    private Place place(Connection connection, TakenOver group) {
      var all = ranges.getOrDefault(connection.getId(), List.of());
      return new Place(
          connection.getReference(),
          connection.getKind(),
          connection.isEnded(),
          all.stream()
              .filter(range -> group.destinations().stream().anyMatch(range::contains))
              .toList());
    }

    /** As many as the rule can need: that it is too many is told of a few as well as of all. */
    private List<MailServer> others(TakenOver group) {
      var others = new ArrayList<MailServer>();
      int enough = maximum.servers() + TakenOver.MOST_LINES + 1;
      for (var one : counted.getOrDefault(whole(group), List.of())) {
        if (others.size() == enough) {
          break;
        }
        if (one.group() != group.number()
            && others.stream().noneMatch(other -> other.isSame(one.server()))) {
          others.add(one.server());
        }
      }
      return others;
    }

    private Space space(TakenOver group) {
      return new Space(
          group.destinations().stream().filter(d -> !isInside(d)).toList(),
          group.sources().stream().filter(this::isInside).toList(),
          group.sources().stream()
              .filter(s -> reachability.objection(s.block().getLower()).isPresent())
              .toList());
    }

    private boolean isInside(Cidr cidr) {
      return cidr.enclosing().stream().anyMatch(network::contains);
    }
  }

  /**
   * @param group its number; -1 for what the portal knows already
   */
  private record Counted(int group, MailServer server) {}
}
