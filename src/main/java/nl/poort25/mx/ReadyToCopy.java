package nl.poort25.mx;

import com.google.common.net.InternetDomainName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The wanted MX records of a name in the forms that a partner can copy or compare with (3.12).
 *
 * @param name in A-label form
 */
public record ReadyToCopy(String name, List<MxRecord> relays, Duration ttl) {
  /**
   * A line of a control panel's table.
   *
   * @param name relative to the registrable domain, "@" for that itself
   * @param host without a final dot, as panels mostly ask it
   */
  public record PanelRow(String name, String type, int priority, String host, long ttl) {}

  public ReadyToCopy {
    relays = relays.stream().sorted().toList();
  }

  public String zoneFile() {
    return lines("%s. %d IN MX %s");
  }

  public List<PanelRow> panel() {
    return relays.stream()
        .map(r -> new PanelRow(relativeName(), "MX", r.preference(), r.host(), ttl.toSeconds()))
        .toList();
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

  /** By the list of public suffixes: where the zone really begins, only the partner knows. */
  private String relativeName() {
    var whole = InternetDomainName.from(name);
    if (!whole.isUnderPublicSuffix() || whole.isTopPrivateDomain()) {
      return "@";
    }
    String zone = whole.topPrivateDomain().toString();
    return name.substring(0, name.length() - zone.length() - 1);
  }
}
