package nl.poort25.mx;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The wanted MX records of a name as zone file, as rows of a control panel and as output of dig
 * (3.12).
 *
 * @param name in A-label form
 * @param zoneTop of the zone that the last look at the DNS saw it in; or null
 */
public record MxRecordsToCopy(String name, List<MxRecord> relays, Duration ttl, String zoneTop) {
  /**
   * A line of a control panel's table.
   *
   * @param name relative to the zone, "@" for that itself
   * @param host without a final dot, as panels mostly ask it
   */
  public record PanelRow(String name, String type, int priority, String host, long ttl) {}

  public MxRecordsToCopy {
    relays = relays.stream().sorted().toList();
  }

  public String zoneFile() {
    return lines("%s. %d IN MX %s");
  }

  /** For the zone that it probably lies in; {@link #panelHosts} says for which others. */
  public List<PanelRow> panel() {
    String host = panelHosts().get(0).host();
    return relays.stream()
        .map(r -> new PanelRow(host, "MX", r.preference(), r.host(), ttl.toSeconds()))
        .toList();
  }

  /** The name of the rows in each zone that it can lie in, the likely one first. */
  public List<PanelHost> panelHosts() {
    return PanelHost.of(name, zoneTop, "");
  }

  public String digCommand() {
    return "dig +noall +answer " + name + " MX";
  }

  /** What that command prints when the records are right; the TTL counts down, the order varies. */
  public String digOutput() {
    int width = name.length() + 1;
    String gap = width < 24 ? "\t".repeat(3 - width / 8) : " ";
    return lines("%s." + gap + "%d\tIN\tMX\t%s");
  }

  private String lines(String format) {
    return relays.stream()
        .map(relay -> String.format(format, name, ttl.toSeconds(), relay.inZoneFile()))
        .collect(Collectors.joining("\n"));
  }
}
