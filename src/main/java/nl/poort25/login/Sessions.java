package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.poort25.account.Account;
import nl.poort25.account.SecretToken;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Who is signed in with which browser: rows, so that it outlives the process and fits two nodes.
 */
@ApplicationScoped
@Transactional
class Sessions {
  /** How long a row stays when it is over. */
  private static final Duration KEPT = Duration.ofDays(1);

  /** Rows that one transaction deletes. */
  private static final int AT_ONCE = 500;

  private static final String GOOD =
      "s.half = false and s.endedAt is null and s.stamp = a.stamp and s.lastUsedAt > :idleSince"
          + " and s.lastUsedAt < :idleEnd and s.beganAt > :oldest";

  /** Nothing is kept in one that is over. */
  private static final String END =
      "update Session s set s.endedAt = :now, s.kept = null, s.flash = null, s.keptForm = null"
          + " where s.endedAt is null and ";

  /** A session that has just begun, and the token for its browser. */
  record Begun(long id, SecretToken token) {}

  @PersistenceContext EntityManager em;
  private SessionTimeouts life;

  protected Sessions() {}

  @Inject
  Sessions(Settings settings) {
    life =
        new SessionTimeouts(
            Duration.ofMinutes(settings.number(Setting.SESSION_IDLE_MINUTES)),
            Duration.ofHours(settings.number(Setting.SESSION_LONGEST_HOURS)));
  }

  SessionTimeouts life() {
    return life;
  }

  /**
   * Who has that token, if the session is good and the account may still be in. In a transaction of
   * its own: without one, Payara keeps the session of Hibernate that read it for the rest of the
   * request, and a later query may find it closed.
   */
  Optional<ActiveSession> find(SecretToken token, Instant now) {
    return em
        .createQuery(
            "select new nl.poort25.login.ActiveSession(s.id, s.beganAt, s.lastUsedAt, s.flash,"
                + " s.keptForm, a.id, a.name,"
                + " a.email, p.id, p.name, a.roles, a.language,"
                + " a.secondFactor.totpSecret is not null)"
                + " from Session s join s.account a left join a.partner p"
                + " where s.tokenHash = :hash and "
                + GOOD
                + " and a.locked = false and (p.id is null or p.locked = false)",
            ActiveSession.class)
        .setParameter("hash", token.hash())
        .setParameter("idleSince", life.idleSince(now))
        .setParameter("idleEnd", life.idleEnd(now))
        .setParameter("oldest", life.oldest(now))
        .getResultList()
        .stream()
        .findFirst();
  }

  /** The session of who has given the password and not the second factor, whatever its age. */
  Optional<PendingSignIn> findHalf(SecretToken token) {
    return em
        .createQuery(
            "select s from Session s where s.tokenHash = :hash"
                + " and s.half = true and s.endedAt is null",
            Session.class)
        .setParameter("hash", token.hash())
        .getResultList()
        .stream()
        .findFirst()
        .map(
            s ->
                new PendingSignIn(
                    s.getId(),
                    s.accountId(),
                    s.getStamp(),
                    s.kept(token).get(PendingSignIn.NEXT),
                    s.getBeganAt()));
  }

  /**
   * @param old what the browser had before, whose session ends: nobody goes on under a token that
   *     another may have put there
   */
  Begun begin(
      Account account, boolean half, Optional<SecretToken> old, Session.From from, Instant now) {
    old.ifPresent(before -> end(before, now));
    var token = SecretToken.generate();
    var session =
        new Session(
            token,
            em.getReference(Account.class, account.getId()),
            account.getStamp(),
            half,
            from,
            now);
    em.persist(session);
    return new Begun(session.getId(), token);
  }

  /** False where another request has ended it meanwhile. */
  boolean end(SecretToken token, Instant now) {
    return em.createQuery(END + "s.tokenHash = :hash")
            .setParameter("now", now)
            .setParameter("hash", token.hash())
            .executeUpdate()
        > 0;
  }

  void recordUse(long id, Instant now) {
    em.createQuery(
            "update Session s set s.lastUsedAt = :now where s.id = :id and s.endedAt is null"
                + " and (s.lastUsedAt < :now or s.lastUsedAt > :ahead)")
        .setParameter("now", now)
        .setParameter("ahead", now.plus(life.unwritten()))
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Whether there was a session of that token, good or over. */
  boolean exists(SecretToken token) {
    return !em.createQuery("select s.id from Session s where s.tokenHash = :hash", Long.class)
        .setParameter("hash", token.hash())
        .getResultList()
        .isEmpty();
  }

  /**
   * The good sessions of an account, the last used first.
   *
   * @param most how many at most
   */
  List<Session> of(long accountId, int most, Instant now) {
    return em.createQuery(
            "select s from Session s join s.account a where a.id = :account and "
                + GOOD
                + " order by s.lastUsedAt desc, s.id desc",
            Session.class)
        .setParameter("account", accountId)
        .setParameter("idleSince", life.idleSince(now))
        .setParameter("idleEnd", life.idleEnd(now))
        .setParameter("oldest", life.oldest(now))
        .setMaxResults(most)
        .getResultList();
  }

  /** False where it is none of that account, or over. */
  boolean end(long accountId, long id, Instant now) {
    return em.createQuery(END + "s.id = :id and s.account.id = :account")
            .setParameter("now", now)
            .setParameter("id", id)
            .setParameter("account", accountId)
            .executeUpdate()
        > 0;
  }

  /** How many ended: all of that account but one, also those that are half. */
  int endOthers(long accountId, long but, Instant now) {
    return em.createQuery(END + "s.account.id = :account and s.id <> :but")
        .setParameter("now", now)
        .setParameter("account", accountId)
        .setParameter("but", but)
        .executeUpdate();
  }

  /**
   * Deletes rows that have been over for a day.
   *
   * @return whether there are more
   */
  boolean sweep(Instant now) {
    var ids =
        em.createQuery(
                "select s.id from Session s where s.lastUsedAt < :then order by s.lastUsedAt",
                Long.class)
            .setParameter("then", now.minus(life.longest()).minus(KEPT))
            .setMaxResults(AT_ONCE)
            .getResultList();
    if (!ids.isEmpty()) {
      em.createQuery("delete from Session s where s.id in :ids")
          .setParameter("ids", ids)
          .executeUpdate();
    }
    return ids.size() == AT_ONCE;
  }
}
