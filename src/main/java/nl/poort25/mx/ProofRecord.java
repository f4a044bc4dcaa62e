package nl.poort25.mx;

import java.util.List;
import nl.poort25.mx.DnsAnswer.Cause;

/**
 * The TXT record that proves control of a name (3.5).
 *
 * @param name in A-label form
 * @param token what the portal gave to this partner for this name
 */
public record ProofRecord(String name, String token) {
  private static final String LABEL = "_poort25";
  private static final int MOST_SEEN = 10;
  private static final int LONGEST_SEEN = 255;

  public ProofRecord {
    // it is put in quotes in a zone file, and compared as it stands
    if (!token.matches("[A-Za-z0-9_-]{8,128}")) {
      throw new IllegalArgumentException("no token");
    }
  }

  /** What a look-up shows. */
  public sealed interface Outcome {
    record Seen() implements Outcome {}

    /** With the values of other TXT records there, shortened, for the partner to compare with. */
    record NotSeen(List<String> instead) implements Outcome {}

    record Unknown(Cause cause) implements Outcome {}
  }

  public String owner() {
    return LABEL + "." + name;
  }

  public String value() {
    return "poort25=" + token;
  }

  public String inZoneFile() {
    return owner() + ". IN TXT \"" + value() + "\"";
  }

  /**
   * Its host name in each zone that the name can lie in, the likely one first.
   *
   * @param zoneTop of the zone that the last look at the DNS saw the name in; or null
   */
  public List<PanelHost> panelHosts(String zoneTop) {
    return PanelHost.of(name, zoneTop, LABEL);
  }

  public Outcome judge(DnsAnswer<String> txt) {
    if (txt instanceof DnsAnswer.Unavailable<String> none) {
      return new Outcome.Unknown(none.cause());
    } else if (txt instanceof DnsAnswer.Found<String> found) {
      return found.records().stream().anyMatch(this::isMeant)
          ? new Outcome.Seen()
          : new Outcome.NotSeen(
              found.records().stream().limit(MOST_SEEN).map(ProofRecord::shown).toList());
    }
    return new Outcome.NotSeen(List.of());
  }

  /** Control panels store the quotes of a zone file as part of the value, or a space after it. */
  private boolean isMeant(String found) {
    return found.replaceAll("^[\\s\"]+|[\\s\"]+$", "").equals(value());
  }

  // anyone's text: without what would rule over the line or the direction of reading
  private static String shown(String found) {
    String plain = found.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "\ufffd");
    return plain.length() <= LONGEST_SEEN ? plain : plain.substring(0, LONGEST_SEEN) + "…";
  }
}
