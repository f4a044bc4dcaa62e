package nl.poort25.point;

import inet.ipaddr.IPAddressString;
import java.net.URI;

/** How a point gets to the portal, by the public URL that the settings have. */
public enum Route {
  /** It leads to the point itself. */
  LOOPBACK,
  /** The token would be read by whoever is on the way. */
  PLAIN,
  GOOD;

  static Route of(String publicUrl) {
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
