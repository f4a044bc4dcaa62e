package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import nl.poort25.network.InvestigationQuestion.Investigation;

/** The open investigations of abuse, which keep addresses and connections where they are. */
@ApplicationScoped
class Investigations {
  @Inject Event<InvestigationQuestion> questions;

  List<Investigation> open() {
    var question = new InvestigationQuestion();
    questions.fire(question);
    return question.open();
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
