package nl.poort25.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The application. Who is signed in has USER, besides the roles of the account. */
@ApplicationPath("/")
@DeclareRoles({
  "USER",
  "PARTNER",
  "STAFF",
  "PARTNER_USER",
  "PARTNER_ADMIN",
  "REVIEWER",
  "NETWORK",
  "ADMINISTRATOR",
  "AUDITOR"
})
public class Portal extends Application {
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // a description of every path, for whoever is signed in
        "jersey.config.server.wadl.disableWadl", true,
        // a redirect stays a path: the Host header is the client's, and behind a proxy it is wrong
        "jersey.config.server.headers.location.relative.resolution.disabled", true);
  }
}
