package nl.poort25.point;

import inet.ipaddr.IPAddressString;
import java.net.URI;

/** Whether the public URL of the settings is one that a point can reach safely. */
public enum PortalUrlCheck {
  /** It leads to the point itself. */
  LOOPBACK,
  /** The token would be read by whoever is on the way. */
  PLAIN,
  GOOD;

  public boolean isGood() {
    return this == GOOD;
  }

  static PortalUrlCheck of(String publicUrl) {
    var url = URI.create(publicUrl);
    String host = url.getHost() == null ? "" : url.getHost().replaceAll("^\\[|\\]$", "");
    var address = new IPAddressString(host).getAddress();
    if (host.equals("localhost")
        || host.endsWith(".localhost")
        || (address != null && (address.isLoopback() || address.isAnyLocal()))) {
      return LOOPBACK;
    }
    return "https".equals(url.getScheme()) ? GOOD : PLAIN;
  }
}
