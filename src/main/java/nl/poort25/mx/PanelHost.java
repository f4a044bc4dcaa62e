package nl.poort25.mx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.poort25.domainname.PublicSuffixes;
import nl.poort25.text.Text;

/**
 * A host name as the control panel of a zone wants it, which adds the name of that zone by itself:
 * "deel" in the zone polderbloemen.example, "@" in the zone deel.polderbloemen.example. Followed in
 * the wrong one it says something of another name, so that each is said with its zone.
 *
 * @param seen whether the last look at the DNS saw that the name lies in this zone
 * @param own whether it is a zone of that name alone, which it need not have
 */
public record PanelHost(String zone, String host, boolean seen, boolean own) {
  /**
   * The zones that the name can lie in: the one that was seen, the one that was registered, one of
   * its own; the likely one first.
   *
   * @param name in A-labels
   * @param seen the zone that the last look saw; or null
   * @param label before the name, "_poort25"; empty for the name itself
   */
  static List<PanelHost> of(String name, String seen, String label) {
    var registered = PublicSuffixes.delegated(name);
    var usable = Optional.ofNullable(seen).filter(zone -> canHold(zone, name));
    return Stream.of(usable, PublicSuffixes.registrable(name), registered, Optional.of(name))
        .flatMap(Optional::stream)
        .distinct()
        .map(zone -> in(zone, name, label, usable.filter(zone::equals).isPresent()))
        .toList();
  }

  /**
   * Not of a zone above any that was registered: that it is none of his says that there is none.
   */
  private static boolean canHold(String zone, String name) {
    var registered = PublicSuffixes.delegated(name).orElse(name);
    return isIn(name, zone) && isIn(zone, registered);
  }

  private static boolean isIn(String name, String zone) {
    return name.equals(zone) || name.endsWith("." + zone);
  }

  private static PanelHost in(String zone, String name, String label, boolean seen) {
    String whole = label.isEmpty() ? name : label + "." + name;
    String host = whole.equals(zone) ? "@" : whole.substring(0, whole.length() - zone.length() - 1);
    boolean own =
        zone.equals(name)
            && PublicSuffixes.delegated(name).filter(d -> !d.equals(name)).isPresent();
    return new PanelHost(zone, host, seen, own);
  }

  public Text text() {
    return Text.of("mx.panel.host." + (own ? "own" : "in") + (seen ? "-seen" : ""), host, zone);
  }
}
