package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import nl.poort25.web.SignedIn;

/** Reads again who is signed in, as it is read for each request that begins. */
@ApplicationScoped
class StillSignedIn implements SignedIn {
  @Inject BrowserSession sessions;

  @Override
  public Optional<Set<String>> rolesNow(HttpServletRequest request) {
    if (!(request.getAttribute("user") instanceof Visitor before)) {
      return Optional.of(Set.of());
    }
    var now =
        sessions
            .find(request)
            .map(SessionFound::visitor)
            .filter(visitor -> visitor.id() == before.id());
    now.ifPresent(visitor -> request.setAttribute("user", visitor));
    return now.map(Visitor::groups);
  }
}
