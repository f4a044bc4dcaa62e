package nl.poort25.ticket;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.policy.Article;

/**
 * A message or a question, which the other side must know of; the text itself is in the ticket.
 *
 * @param files their names
 */
public record UpdateWritten(Update update, List<String> files) implements TicketAct {
  public UpdateWritten {
    files = List.copyOf(files);
  }

  @Override
  public Ticket ticket() {
    return update.getTicket();
  }

  @Override
  public Map<String, String> after() {
    var values = new LinkedHashMap<String, String>();
    values.put("kind", update.getKind().name());
    if (!update.getArticles().isEmpty()) {
      values.put(
          "articles", update.getArticles().stream().map(Article::number).collect(joining(", ")));
    }
    if (!files.isEmpty()) {
      values.put("files", String.join(", ", files));
    }
    return values;
  }
}
