package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import nl.poort25.web.ClientAddress;
import nl.poort25.web.Suspicion;
import nl.poort25.web.Uploads;

/** Reports to the security log a forged form that asks for roles which no page offers. */
@ApplicationScoped
class ForbiddenRoleAlert {
  @Inject ClientAddress client;
  @Inject Event<Suspicion> suspicions;

  void tell(HttpServletRequest request, SignedInUser by) {
    suspicions.fire(
        new Suspicion(
            Suspicion.Kind.ROLE_REFUSED,
            client.addressOf(request),
            by.email(),
            "POST " + Uploads.path(request)));
  }
}
