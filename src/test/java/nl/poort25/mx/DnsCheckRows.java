package nl.poort25.mx;

/** The table of the DNS checks, for tests of lists that show when a name was looked at. */
public final class DnsCheckRows {
  private DnsCheckRows() {}

  public static Class<?> entity() {
    return DnsCheck.class;
  }
}
