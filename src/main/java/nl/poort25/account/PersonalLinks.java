package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.Optional;
import nl.poort25.outbox.AccessLinks;
import nl.poort25.setting.Settings;

/** Creates, finds, uses and deletes {@link AccessLink access links} of accounts. */
@ApplicationScoped
@Transactional
public class PersonalLinks implements AccessLinks {
  @PersistenceContext EntityManager em;
  @Inject Settings settings;
  @Inject InstantSource clock;

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public Link make(String purpose, long accountId) {
    var account = em.find(Account.class, accountId);
    var wanted = LinkPurpose.valueOf(purpose);
    if (account == null || !mayHave(wanted, account)) {
      throw new IllegalStateException("no " + wanted + " for account " + accountId);
    }
    var until = clock.instant().plus(wanted.validFor(settings));
    return new Link(create(account, wanted), until);
  }

  /** Makes a link in the caller's transaction. */
  public String create(Account accountOrNull, LinkPurpose purpose) {
    var now = clock.instant();
    em.createQuery("delete from AccessLink l where l.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
    var token = SecretToken.generate();
    em.persist(new AccessLink(accountOrNull, purpose, token, now, purpose.validFor(settings)));
    return purpose.url(settings, token);
  }

  /** A locked account has no way in, and an invitation is for who has not been in yet. */
  static boolean mayHave(LinkPurpose purpose, Account account) {
    return !account.isLocked()
        && (account.isStaff() || !account.getPartner().isLocked())
        && switch (purpose) {
          case INVITATION -> account.isInvited() && !account.isStandIn();
          case PASSWORD_RESET -> !account.isInvited();
          case FIRST_ADMINISTRATOR -> false;
        };
  }

  /** The account that the link lets in, for a page to show; empty where the link is no good. */
  public Optional<Account> peek(LinkPurpose purpose, String typed) {
    return find(purpose, typed, LockModeType.NONE).map(AccessLink::getAccount);
  }

  /** Whether the link that makes the first administrator is good. */
  public boolean isGoodForFirst(String typed) {
    return find(LinkPurpose.FIRST_ADMINISTRATOR, typed, LockModeType.NONE).isPresent();
  }

  /**
   * Uses the link, in the caller's transaction. Of two at the same moment the second waits for the
   * first, and then finds the link gone.
   *
   * @return the account to change; empty where the link is no good (any more)
   */
  @Transactional(TxType.MANDATORY)
  public Optional<Account> use(LinkPurpose purpose, String typed) {
    var found = find(purpose, typed, LockModeType.PESSIMISTIC_WRITE);
    found.ifPresent(link -> dropAll(link.getAccount()));
    return found.map(AccessLink::getAccount);
  }

  /** As {@link #use}, for the link that makes the first administrator. */
  @Transactional(TxType.MANDATORY)
  public boolean useForFirst(String typed) {
    var found = find(LinkPurpose.FIRST_ADMINISTRATOR, typed, LockModeType.PESSIMISTIC_WRITE);
    found.ifPresent(link -> dropAll(null));
    return found.isPresent();
  }

  /** Ends all links of an account (null: those for the first administrator). */
  public void dropAll(Account account) {
    if (account == null) {
      em.createQuery("delete from AccessLink l where l.account is null").executeUpdate();
    } else {
      em.createQuery("delete from AccessLink l where l.account = :account")
          .setParameter("account", account)
          .executeUpdate();
    }
  }

  private Optional<AccessLink> find(LinkPurpose purpose, String typed, LockModeType lock) {
    return SecretToken.parse(typed)
        .flatMap(
            token ->
                em
                    .createQuery(
                        "select l from AccessLink l where l.tokenHash = :hash", AccessLink.class)
                    .setParameter("hash", token.hash())
                    .setLockMode(lock)
                    .getResultList()
                    .stream()
                    .findFirst())
        .filter(link -> link.isFor(purpose) && link.isGood(clock.instant()))
        .filter(link -> link.getAccount() == null || mayHave(purpose, link.getAccount()));
  }
}
