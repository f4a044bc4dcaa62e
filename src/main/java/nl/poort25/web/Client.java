package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** From which address a request comes. */
@ApplicationScoped
public class Client {
  private List<String> proxies;

  protected Client() {}

  @Inject
  public Client(Settings settings) {
    proxies = settings.list(Setting.TRUSTED_PROXIES);
  }

  /**
   * The peer's address; or, where the peer is a configured proxy, the last address of
   * X-Forwarded-For that is no such proxy: what stands further left a client can have made up.
   */
  public String addressOf(HttpServletRequest request) {
    return addressOf(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
  }

  String addressOf(String peer, String forwarded) {
    if (!proxies.contains(peer) || forwarded == null) {
      return peer;
    }
    String[] hops = forwarded.split(",");
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (!hop.matches("[0-9a-fA-F:.]{2,45}")) {
        return peer;
      }
      if (!proxies.contains(hop)) {
        return hop;
      }
    }
    return peer;
  }
}
