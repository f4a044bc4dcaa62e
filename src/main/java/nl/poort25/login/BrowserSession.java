package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nl.poort25.account.Account;
import nl.poort25.account.SecretToken;
import nl.poort25.web.ClientAddress;
import nl.poort25.web.Cookies;
import nl.poort25.web.SafeRedirect;

/** Reads and sets the session cookie and loads the session that its token belongs to. */
@ApplicationScoped
class BrowserSession {
  private static final Logger LOG = System.getLogger(BrowserSession.class.getName());
  private static final String COOKIE = "session";
  private static final int LONGEST_NEXT = 1000;

  @Inject Sessions sessions;
  @Inject SessionStorage storage;
  @Inject Cookies cookies;
  @Inject ClientAddress client;
  @Inject SealedForms forms;
  @Inject InstantSource clock;

  Optional<SecretToken> token(HttpServletRequest request) {
    return cookies.read(request, COOKIE).flatMap(SecretToken::parse);
  }

  /** Who is signed in, whom this request then is of. */
  Optional<ActiveSession> find(HttpServletRequest request) {
    var token = token(request);
    var found = token.flatMap(t -> sessions.find(t, clock.instant()));
    found.ifPresent(f -> held(f, token.get()).attachTo(request));
    return found;
  }

  private RequestSession held(ActiveSession found, SecretToken token) {
    return new RequestSession(
        storage,
        found.id(),
        token,
        found.flash(),
        () -> forms.open(found.keptForm(), found.visitor().id()));
  }

  /** Whether the browser has the token of a session, good or over. */
  boolean hasSessionToken(HttpServletRequest request) {
    return token(request).filter(sessions::exists).isPresent();
  }

  /** What was typed before, where the half session of this request keeps it. */
  Optional<String> halfForm(HttpServletRequest request) {
    return findHalf(request).flatMap(half -> storage.keptForm(half.sessionId()));
  }

  /** Keeps what was typed in the session that this request has begun. */
  void keepForm(HttpServletRequest request, String sealed) {
    RequestSession.of(request).orElseThrow().keepForm(sealed);
  }

  /**
   * Writes down that it was used, once in a while. It never keeps a page from being shown: what
   * could not be written is written by the next request.
   */
  void recordUse(ActiveSession found) {
    var now = clock.instant();
    // also where the clock was set back behind it: it would be good for as long as that besides
    var since = Duration.between(found.lastUsed(), now).abs();
    if (since.compareTo(sessions.life().unwritten()) < 0) {
      return;
    }
    try {
      sessions.recordUse(found.id(), now);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the use of a session was not written: {0}", e.toString());
    }
  }

  /** When it ends, if it is not used again. */
  Instant end(ActiveSession found) {
    return sessions.life().end(found.began(), clock.instant());
  }

  /** Who has given the password and has the second factor before him. */
  Optional<PendingSignIn> findHalf(HttpServletRequest request) {
    var token = token(request);
    var half = token.flatMap(sessions::findHalf).filter(h -> h.isGood(clock.instant()));
    half.ifPresent(h -> new RequestSession(storage, h.sessionId(), token.get()).attachTo(request));
    return half;
  }

  /** Begins a session of that account, under a token that nobody knew before. */
  void begin(HttpServletRequest request, HttpServletResponse response, Account account) {
    begin(request, response, account, false);
  }

  /** Begins one that leads to the second factor and nowhere else. */
  void beginHalf(
      HttpServletRequest request, HttpServletResponse response, Account account, String next) {
    begin(request, response, account, true);
    // as a path of the portal, whatever was asked for: a page shows it as a link
    String local = SafeRedirect.uri(next).toString();
    if (local.length() <= LONGEST_NEXT) {
      RequestSession.of(request).orElseThrow().keep(PendingSignIn.NEXT, local);
    }
  }

  private void begin(
      HttpServletRequest request, HttpServletResponse response, Account account, boolean half) {
    var from = new Session.From(client.addressOf(request), request.getHeader("User-Agent"));
    var begun = sessions.begin(account, half, token(request), from, clock.instant());
    new RequestSession(storage, begun.id(), begun.token()).attachTo(request);
    response.addCookie(cookies.make(COOKIE, begun.token().value(), null));
  }

  /**
   * Ends it on the server: a copy of the cookie opens nothing.
   *
   * @return false where another request did so meanwhile
   */
  boolean end(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookies.drop(COOKIE));
    return token(request).filter(token -> sessions.end(token, clock.instant())).isPresent();
  }
}
