package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import nl.poort25.account.SignedInUser;
import nl.poort25.audit.Actor;
import nl.poort25.web.ClientAddress;
import nl.poort25.web.SessionRevalidation;

/** Reads session and roles again for a request that has waited for its body. */
@ApplicationScoped
class BrowserSessionRevalidation implements SessionRevalidation {
  @Inject BrowserSession sessions;
  @Inject SecondFactorRequirement duty;
  @Inject Actor actor;
  @Inject ClientAddress client;

  @Override
  public Optional<Set<String>> rolesNow(HttpServletRequest request) {
    // said again: an act without its actor would count as the portal's own
    actor.setAddress(client.addressOf(request));
    if (!(request.getAttribute("user") instanceof SignedInUser before)) {
      return Optional.of(Set.of());
    }
    var now =
        sessions
            .find(request)
            .map(ActiveSession::visitor)
            .filter(visitor -> visitor.id() == before.id() && !duty.isUnmet(visitor));
    now.ifPresent(
        visitor -> {
          request.setAttribute("user", visitor);
          actor.actAs(visitor.id(), visitor.name(), visitor.staff());
        });
    return now.map(SignedInUser::groups);
  }
}
