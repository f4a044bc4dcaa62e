package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.poort25.account.SecretToken;
import nl.poort25.web.Cookies;

/**
 * Browsers that an account has signed in with before, by a cookie that signs nobody in. Their
 * failed attempts are counted apart, so that a stranger cannot slow down the owner's sign-in.
 */
@ApplicationScoped
@Transactional
class KnownBrowsers {
  private static final String COOKIE = "browser";
  private static final Duration KEPT = Duration.ofDays(180);

  /**
   * @param isNew whether the account has not been in with it before
   */
  record Remembered(Cookie cookie, boolean isNew) {}

  @PersistenceContext EntityManager em;
  @Inject Cookies cookies;

  /** The token of this browser, if that account has signed in with it. */
  Optional<SecretToken> findToken(HttpServletRequest request, String email) {
    return cookie(request)
        .filter(
            token ->
                em.createQuery(
                            "select count(b) from KnownBrowser b, Account a where a.email = :email"
                                + " and b.id.accountId = a.id and b.id.tokenHash = :hash",
                            Long.class)
                        .setParameter("email", email)
                        .setParameter("hash", token.hash())
                        .getSingleResult()
                    > 0);
  }

  /**
   * Remembers the browser of who has just shown to own the account. The cookie goes to the servlet
   * response: a cookie of a JAX-RS response would replace that of a session begun just now.
   */
  Remembered remember(HttpServletRequest request, long accountId, Instant now) {
    em.createQuery("delete from KnownBrowser b where b.lastUsedAt < :old")
        .setParameter("old", now.minus(KEPT))
        .executeUpdate();
    var known = cookie(request).filter(t -> used(accountId, t, now));
    var token = known.orElseGet(() -> fresh(accountId, now));
    return new Remembered(cookies.make(COOKIE, token.value(), KEPT), known.isEmpty());
  }

  private boolean used(long accountId, SecretToken token, Instant now) {
    var found = em.find(KnownBrowser.class, new KnownBrowser.Key(accountId, token.hash()));
    if (found != null) {
      found.recordUse(now);
    }
    return found != null;
  }

  /** Never a token that was there before and may be somebody else's. */
  private SecretToken fresh(long accountId, Instant now) {
    var token = SecretToken.generate();
    em.persist(new KnownBrowser(new KnownBrowser.Key(accountId, token.hash()), now));
    return token;
  }

  private Optional<SecretToken> cookie(HttpServletRequest request) {
    return cookies.read(request, COOKIE).flatMap(SecretToken::parse);
  }
}
