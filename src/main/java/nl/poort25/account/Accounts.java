package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import nl.poort25.web.Conflict;

@ApplicationScoped
@Transactional
public class Accounts {
  private static final String SELECT = "select a from Account a left join fetch a.partner where ";

  @PersistenceContext EntityManager em;

  /**
   * @param key as {@link EmailAddress#key} makes it
   */
  public Optional<Account> byEmail(String key) {
    return em
        .createQuery(SELECT + "a.email = :email", Account.class)
        .setParameter("email", key)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** The name of whose address that is, and of his partner; none where nobody has it. */
  public List<String> namesAround(String key) {
    return byEmail(key)
        .map(
            account ->
                account.isStaff()
                    ? List.of(account.getName())
                    : List.of(account.getName(), account.getPartner().getName()))
        .orElse(List.of());
  }

  /** For good: a session that somebody has stolen does not go on once the partner is unlocked. */
  @Transactional(TxType.MANDATORY)
  void endSessionsOf(long partnerId) {
    em.createQuery("update Account a set a.stamp = a.stamp + 1 where a.partner.id = :partner")
        .setParameter("partner", partnerId)
        .executeUpdate();
  }

  /** Of staff, who have that role and are not locked. */
  public List<Account> activeStaffWithRole(Role role) {
    return em
        .createQuery(
            "select a from Account a where a.partner is null and a.roleNames like :role"
                + " order by a.id",
            Account.class)
        .setParameter("role", "%" + role + "%")
        .getResultList()
        .stream()
        .filter(account -> account.canActAs(role))
        .toList();
  }

  /** For staff, who see every account. */
  public Account get(long id) {
    return one(em.createQuery(SELECT + "a.id = :id", Account.class).setParameter("id", id));
  }

  /**
   * One of a partner's own accounts.
   *
   * @throws NotFoundException also for another partner's
   */
  public Account get(long id, long partnerId) {
    return one(
        em.createQuery(SELECT + "a.id = :id and a.partner.id = :partner", Account.class)
            .setParameter("id", id)
            .setParameter("partner", partnerId));
  }

  private static Account one(jakarta.persistence.TypedQuery<Account> query) {
    return query.getResultList().stream().findFirst().orElseThrow(NotFoundException::new);
  }

  /** The account unless it, or its partner, was locked or changed since it had that stamp. */
  public Optional<Account> withStamp(long id, int stamp) {
    return em
        .createQuery(SELECT + "a.id = :id", Account.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .findFirst()
        .filter(a -> a.getStamp() == stamp && !isLockedOut(a));
  }

  /**
   * Who looks after a partner's accounts, and can be told something by mail: not who is locked out,
   * nor who was invited and has never come, since that address may be a slip of the pen.
   */
  public List<Account> administratorsOf(Partner partner) {
    return em
        .createQuery(
            "select a from Account a join fetch a.partner p where p = :partner"
                + " and a.locked = false and a.passwordHash is not null and p.locked = false"
                + " order by a.id",
            Account.class)
        .setParameter("partner", partner)
        .getResultList()
        .stream()
        .filter(account -> account.getRoles().contains(Role.PARTNER_ADMIN))
        .toList();
  }

  /** Staff with that role that can be told something by mail. */
  public List<Account> staffWithRole(Role role) {
    return em
        .createQuery(
            "select a from Account a where a.partner is null and a.locked = false"
                + " and a.passwordHash is not null order by a.id",
            Account.class)
        .getResultList()
        .stream()
        .filter(account -> account.getRoles().contains(role))
        .toList();
  }

  /**
   * Who is told what became of something: who asked for it, or, where he has left, who looks after
   * the partner's accounts.
   *
   * @param asker null where staff did it for the partner
   */
  public List<Account> readers(Account asker, Partner partner) {
    if (asker != null && !isLockedOut(asker)) {
      return List.of(asker);
    }
    var keepers = administratorsOf(partner);
    return keepers.isEmpty() ? members(partner) : keepers;
  }

  /** All of a partner that can be told something by mail. */
  private List<Account> members(Partner partner) {
    return em.createQuery(
            "select a from Account a join fetch a.partner p where p = :partner"
                + " and a.locked = false and a.passwordHash is not null and p.locked = false"
                + " order by a.id",
            Account.class)
        .setParameter("partner", partner)
        .getResultList();
  }

  /** Staff who does more than read, by name. */
  public List<Account> handlers() {
    return em
        .createQuery(
            "select a from Account a where a.partner is null and a.locked = false"
                + " and a.passwordHash is not null order by a.name, a.id",
            Account.class)
        .getResultList()
        .stream()
        .filter(Accounts::canHandleWork)
        .toList();
  }

  /** Whether that is somebody of the staff who can be given work: not who only reads. */
  public static boolean canHandleWork(Account account) {
    return account.isStaff() && !account.isLocked() && Role.canAct(account.getRoles());
  }

  /** Who is told of work that nobody has: who decides, or where nobody does, administrators. */
  public List<Account> deciders() {
    var reviewers = staffWithRole(Role.REVIEWER);
    return reviewers.isEmpty() ? staffWithRole(Role.ADMINISTRATOR) : reviewers;
  }

  /** Locked, itself or with its partner. */
  public static boolean isLockedOut(Account account) {
    return account.isLocked() || (account.getPartner() != null && account.getPartner().isLocked());
  }

  /** The account for one change, which another one at the same moment has to wait for. */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  public Account locked(long id) {
    var account = em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (account == null) {
      throw new NotFoundException();
    }
    return account;
  }

  /**
   * All accounts of the same partner, or of the staff with it, for a change of who may do what
   * among them: another such change waits until this one is over.
   *
   * @throws Conflict if who changes has lost the right to it meanwhile
   */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  List<Account> lockedPeers(Account account, SignedInUser by) {
    var query =
        account.isStaff()
            ? em.createQuery(
                "select a from Account a where a.partner is null order by a.id", Account.class)
            : em.createQuery(
                    "select a from Account a where a.partner.id = :partner order by a.id",
                    Account.class)
                .setParameter("partner", account.getPartner().getId());
    var peers = query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    boolean still =
        by.staff() != account.isStaff()
            || peers.stream()
                .anyMatch(
                    a -> a.getId() == by.id() && a.canActAs(Role.administratorRole(by.staff())));
    if (!still) {
      throw new Conflict("account " + by.id() + " no longer looks after accounts");
    }
    return peers;
  }
}
