package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.poort25.audit.Actor;
import nl.poort25.web.ClientAddress;
import nl.poort25.web.Faults;
import nl.poort25.web.Gate;
import nl.poort25.web.SecurityLogFilter;
import nl.poort25.web.SessionRevalidation;
import nl.poort25.web.Uploads;

/**
 * Tells the container at each request who is signed in. The session is a row and the account is
 * read with it, anew, so that a lock, a lost role or a new password counts from the next request
 * on, on every node.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
  @Inject BrowserSession sessions;
  @Inject SecondFactorRequirement duty;
  @Inject Actor actor;
  @Inject ClientAddress client;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    actor.setAddress(client.addressOf(request));
    if (Gate.isForNobody(Uploads.path(request))) {
      return context.doNothing();
    }
    Optional<ActiveSession> session;
    try {
      session = sessions.find(request);
    } catch (RuntimeException e) {
      // thrown on, it would be an empty answer without our headers; the session is still good
      request.setAttribute(Faults.ATTRIBUTE, e);
      return context.doNothing();
    }
    if (session.isEmpty() || duty.isUnmet(session.get().visitor())) {
      return context.doNothing();
    }
    sessions.recordUse(session.get());
    request.setAttribute(SessionRevalidation.END, sessions.end(session.get()));
    var found = session.get().visitor();
    request.setAttribute("user", found);
    request.setAttribute(SecurityLogFilter.WHO, found.email());
    actor.actAs(found.id(), found.name(), found.staff());
    return context.notifyContainerAboutLogin(new CallerPrincipal(found.email()), found.groups());
  }
}
