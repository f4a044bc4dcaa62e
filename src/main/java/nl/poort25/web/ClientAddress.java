package nl.poort25.web;

import inet.ipaddr.IPAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/** From which address a request comes. */
@ApplicationScoped
public class ClientAddress {
  private static final Logger LOG = System.getLogger(ClientAddress.class.getName());
  private Proxies proxies;
  private boolean hasUnnamedProxy;

  protected ClientAddress() {}

  @Inject
  public ClientAddress(Settings settings) {
    proxies = Proxies.of(settings);
    hasUnnamedProxy = proxies.isEmpty() && settings.text(Setting.PUBLIC_URL).startsWith("https:");
  }

  /** Makes it now, so that a setting that cannot be used stops the start. */
  void start(@Observes Startup event) {
    if (hasUnnamedProxy) {
      LOG.log(
          Level.WARNING,
          "{0} is https, which a proxy ends, but {1} names none: every client will be taken for"
              + " the proxy, in the log too, and all share the limits of one address",
          Setting.PUBLIC_URL.key(),
          Setting.TRUSTED_PROXIES.key());
    }
  }

  /**
   * The peer's address; or, where the peer is a configured proxy, that of the client which the
   * proxies saw. All lines of X-Forwarded-For are one list, in the order in which they came. Each
   * proxy adds the address of who asked it at the end, so it is read from there: proxies of ours
   * are passed over, and the first other address is the client. What stands further left a client
   * can have made up. Where a proxy did not know ({@code unknown}), or wrote what is no address,
   * the request counts as that proxy's own; so does one in which all are proxies. A port beside the
   * address is left out.
   *
   * @return in one way of writing for each address: IPv6 by RFC 5952, IPv4 within IPv6 as IPv4
   */
  public String addressOf(HttpServletRequest request) {
    return addressOf(
        request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
  }

  String addressOf(String peer, List<String> forwarded) {
    return Proxies.peer(peer)
        .map(address -> client(address, forwarded).toCanonicalString())
        .orElse(peer);
  }

  /** Whose an address is: one customer has a whole IPv6 /64 at will. */
  static String holderOf(String address) {
    return Proxies.peer(address)
        .map(one -> one.isIPv6() ? one.toPrefixBlock(64).toCanonicalString() : address)
        .orElse("");
  }

  private IPAddress client(IPAddress peer, List<String> forwarded) {
    String[] hops = String.join(",", forwarded).split(",");
    IPAddress last = peer;
    for (int i = hops.length - 1; i >= 0 && proxies.contains(last); i--) {
      String hop = hops[i].strip();
      if (hop.isEmpty()) {
        continue; // RFC 9110 5.6.1.2
      }
      var seen = Proxies.hop(hop);
      if (seen.isEmpty()) {
        return last;
      }
      last = seen.get();
    }
    return last;
  }
}
