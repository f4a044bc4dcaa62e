package nl.poort25.overview;

import java.util.List;
import nl.poort25.mx.ZoneNameServers;
import nl.poort25.mx.ZoneNameServers.Match;
import nl.poort25.text.Text;

/**
 * Who runs the DNS of a name, as staff's page shows it.
 *
 * @param found null where nobody has looked yet
 * @param ours the provider's own name servers, as the setting lists them
 */
public record ZoneView(ZoneNameServers found, List<String> ours) {
  public String top() {
    return found == null || found.zone() == null ? "–" : found.zone();
  }

  public List<String> servers() {
    return found == null ? List.of() : found.servers();
  }

  /** Why no name servers are shown; null where some are. */
  public Text nothing() {
    if (found == null) {
      return Text.of("domain.zone.never");
    } else if (found.unknown() != null) {
      return Text.of("domain.zone.unknown", Text.of("mx.cause." + found.unknown()));
    }
    return found.servers().isEmpty() ? Text.of("domain.zone.none") : null;
  }

  public Match match() {
    return found == null ? Match.UNKNOWN : found.match(ours);
  }

  public String sign() {
    return switch (match()) {
      case ALL -> "ok";
      case SOME -> "wait";
      case NONE -> "bad";
      case UNKNOWN -> "info";
    };
  }
}
