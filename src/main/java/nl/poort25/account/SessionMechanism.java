package nl.poort25.account;

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
import nl.poort25.web.Client;
import nl.poort25.web.Faults;
import nl.poort25.web.Gate;
import nl.poort25.web.Uploads;

/**
 * Tells the container at each request who is signed in. The session keeps only the account's id and
 * stamp; the account itself is read anew, so that a lock, a lost role or a new password counts from
 * the next request on, on every node.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
  private static final String ACCOUNT = "account";
  private static final String STAMP = "stamp";

  @Inject Accounts accounts;
  @Inject Actor actor;
  @Inject Client client;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    actor.comesFrom(client.addressOf(request));
    if (Gate.isForNobody(Uploads.path(request))) {
      return context.doNothing();
    }
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(ACCOUNT) instanceof Long id)) {
      return context.doNothing();
    }
    Optional<Visitor> visitor;
    try {
      visitor = accounts.visitor(id, (Integer) session.getAttribute(STAMP));
    } catch (RuntimeException e) {
      // thrown on, it would be an empty answer without our headers; the session is still good
      request.setAttribute(Faults.ATTRIBUTE, e);
      return context.doNothing();
    }
    if (visitor.isEmpty()) {
      session.invalidate();
      return context.doNothing();
    }
    var found = visitor.get();
    request.setAttribute("user", found);
    actor.is(found.id(), found.name(), found.staff());
    return context.notifyContainerAboutLogin(new CallerPrincipal(found.email()), found.groups());
  }

  /** Begins a session of that account, under an id that nobody knew before. */
  static void begin(HttpServletRequest request, Account account) {
    var old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    var session = request.getSession();
    session.setAttribute(ACCOUNT, account.getId());
    session.setAttribute(STAMP, account.getStamp());
  }
}
