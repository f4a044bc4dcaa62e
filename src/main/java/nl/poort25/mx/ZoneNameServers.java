package nl.poort25.mx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.poort25.mx.DnsAnswer.Cause;

/**
 * The name servers of the zone that a name lies in, as the DNS gives them: whoever runs these runs
 * its DNS (3.12).
 *
 * @param zone the top of the zone; null where none was found
 * @param unknown why nothing can be said; null where the DNS answered
 */
public record ZoneNameServers(String zone, List<String> servers, Cause unknown) {
  /** More are no use to a reader, and must fit where they are kept. */
  private static final int MOST = 7;

  /** How they compare with those of the provider. */
  public enum Match {
    ALL,
    SOME,
    NONE,
    /** the setting names none, or nothing was found to compare with */
    UNKNOWN
  }

  public ZoneNameServers {
    servers = List.copyOf(servers);
  }

  static ZoneNameServers of(DnsAnswer<String> answer) {
    if (answer instanceof DnsAnswer.Found<String> found) {
      return new ZoneNameServers(
          found.owner(),
          found.records().stream()
              .map(server -> server.toLowerCase(Locale.ROOT))
              .distinct()
              .sorted()
              .limit(MOST)
              .toList(),
          null);
    }
    return new ZoneNameServers(
        null,
        List.of(),
        answer instanceof DnsAnswer.Unavailable<String> silent ? silent.cause() : null);
  }

  /**
   * @param ours the name servers of the provider, in lower case
   */
  public Match match(List<String> ours) {
    if (ours.isEmpty() || servers.isEmpty()) {
      return Match.UNKNOWN;
    }
    long here = servers.stream().filter(ours::contains).count();
    return here == servers.size() ? Match.ALL : here > 0 ? Match.SOME : Match.NONE;
  }

  /** As it is kept: {@code found zone server …}, {@code none} or {@code unavailable CAUSE}. */
  String text() {
    if (unknown != null) {
      return "unavailable " + unknown;
    }
    return zone == null ? "none" : "found " + zone + " " + String.join(" ", servers);
  }

  static ZoneNameServers parse(String text) {
    String[] words = text.split(" ", -1);
    return switch (words[0]) {
      case "found" ->
          new ZoneNameServers(words[1], Arrays.asList(words).subList(2, words.length), null);
      case "unavailable" -> new ZoneNameServers(null, List.of(), Cause.valueOf(words[1]));
      default -> new ZoneNameServers(null, List.of(), null);
    };
  }
}
