package nl.poort25.mx;

import java.util.Comparator;
import java.util.Locale;

/**
 * One MX record, its host in lower case without the final dot; "." is the host of a Null MX (RFC
 * 7505). Ordered as senders try them.
 *
 * @param preference 0 to 65535, lowest first
 * @param host printable ASCII, as in a zone file
 */
public record MxRecord(int preference, String host) implements Comparable<MxRecord> {
  private static final Comparator<MxRecord> ORDER =
      Comparator.comparingInt(MxRecord::preference).thenComparing(MxRecord::host);

  public MxRecord {
    if (preference < 0 || preference > 0xffff) {
      throw new IllegalArgumentException("preference " + preference);
    }
    if (!host.matches("[\\x21-\\x7e]+")) {
      throw new IllegalArgumentException("host " + host);
    }
    host = host.toLowerCase(Locale.ROOT);
    // a dot behind a backslash belongs to the label (RFC 1035, 5.1)
    host = host.equals(".") ? host : host.replaceFirst("(?<!\\\\)\\.$", "");
  }

  /**
   * Reads "10 mx.example.nl".
   *
   * @throws IllegalArgumentException if that is no preference and a host
   */
  public static MxRecord parse(String text) {
    String[] parts = text.strip().split("\\s+", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("no MX record: " + text);
    }
    return new MxRecord(Integer.parseInt(parts[0]), parts[1]);
  }

  public boolean isNullMx() {
    return host.equals(".");
  }

  /** As it stands in a zone file: with the final dot. */
  public String inZoneFile() {
    return isNullMx() ? toString() : this + ".";
  }

  @Override
  public int compareTo(MxRecord other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return preference + " " + host;
  }
}
