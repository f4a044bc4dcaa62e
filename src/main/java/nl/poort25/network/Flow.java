package nl.poort25.network;

/**
 * What is opened (4.6): TCP 25 from a source, or from anywhere, to one address.
 *
 * @param source null from anywhere
 */
public record Flow(Cidr source, Cidr destination) {
  public Flow {
    if (!destination.isAddress()) {
      throw new IllegalArgumentException(destination + " is more than one address");
    }
  }

  /**
   * @param source as the portal has written it, or null
   */
  public static Flow of(String source, String destination) {
    return new Flow(source == null ? null : Cidr.of(source), Cidr.of(destination));
  }

  /** As people read it: the address, and from where if not from anywhere. */
  public String words() {
    return (source == null ? "" : source + " → ") + destination;
  }

  /** What no second exemption may hold while this one does (4.7). */
  public String key() {
    return (source == null ? "any" : source) + ">" + destination;
  }
}
