package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** The open investigations of abuse, which keep addresses and connections where they are. */
@ApplicationScoped
class Investigations {
  @Inject OpenInvestigations known;

  List<Investigation> open() {
    return known.investigations();
  }

  /** Those that cover the connection. */
  List<Investigation> on(Connection connection) {
    return open().stream().filter(i -> i.covers(connection)).toList();
  }

  /** The numbers of those that cover any of these connections or addresses. */
  List<String> numbers(Collection<Connection> connections, Collection<Cidr> cidrs) {
    return numbers(open(), connections, cidrs);
  }

  static List<String> numbers(
      List<Investigation> open, Collection<Connection> connections, Collection<Cidr> cidrs) {
    return open.stream()
        .filter(i -> connections.stream().anyMatch(i::covers) || cidrs.stream().anyMatch(i::covers))
        .map(Investigation::number)
        .toList();
  }
}
