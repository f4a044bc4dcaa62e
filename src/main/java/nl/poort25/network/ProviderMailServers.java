package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.poort25.account.Account;
import nl.poort25.audit.Act;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.network.ProviderMailServerRuleFacts.Person;
import nl.poort25.policy.Verdict;

/** The list of the provider's own mail servers (2.5), and what is done with it. */
@ApplicationScoped
@Transactional
public class ProviderMailServers {
  @PersistenceContext EntityManager em;
  @Inject ProviderPrefixes prefixes;
  @Inject Connections connections;
  @Inject AddressHolders holdings;
  @Inject Investigations investigations;
  @Inject Event<Act> acts;

  /** Those that the firewalls keep open, with their ids: a handful. */
  public Map<Cidr, Long> listed() {
    return em.createQuery(
            "select s from ProviderMailServer s where s.state in (LISTED, LEAVING)",
            ProviderMailServer.class)
        .getResultStream()
        .collect(Collectors.toMap(ProviderMailServer::getAddress, ProviderMailServer::getId));
  }

  /** Those of these addresses that are on the list, or proposed for it. */
  public List<ProviderMailServer> on(Collection<Cidr> addresses) {
    return em.createQuery(
            "select s from ProviderMailServer s where s.held in :addresses order by s.addressKey",
            ProviderMailServer.class)
        .setParameter("addresses", addresses.stream().map(Cidr::toString).toList())
        .getResultList();
  }

  /** Those within it, itself included, that are on the list or proposed for it. */
  public List<ProviderMailServer> within(Cidr cidr, int most) {
    return em.createQuery(
            "select s from ProviderMailServer s where s.held is not null"
                + " and s.addressKey >= :first and s.addressKey <= :last order by s.addressKey",
            ProviderMailServer.class)
        .setParameter("first", cidr.firstKey())
        .setParameter("last", cidr.lastKey())
        .setMaxResults(most)
        .getResultList();
  }

  /** All that are on the list or proposed for it: a handful. */
  List<Cidr> held() {
    return em.createQuery(
            "select s from ProviderMailServer s where s.held is not null order by s.addressKey",
            ProviderMailServer.class)
        .getResultStream()
        .map(ProviderMailServer::getAddress)
        .toList();
  }

  /** The changes that wait for a second person, in a list for counting. */
  public static ListQuery<?> counted() {
    return ListQuery.ofIds("ProviderMailServer s")
        .few()
        .where("s.state in (PROPOSED, LEAVING)")
        .byNumber("s.id", id -> id);
  }

  /** Those on the list and those proposed for it, in the order of their addresses. */
  public ListPage<ProviderMailServer> page(ListRequest request) {
    return new ListQuery<>(ProviderMailServer.class, "ProviderMailServer s")
        .join("join fetch s.proposedBy left join fetch s.judgedBy left join fetch s.removalBy")
        .few()
        .where("s.held is not null")
        .byText("s.addressKey", server -> server.getAddress().firstKey())
        .byNumber("s.id", ProviderMailServer::getId)
        .page(em, request);
  }

  /** With all that its page shows. */
  public ProviderMailServer get(long id) {
    return em.createQuery(
            "select s from ProviderMailServer s join fetch s.proposedBy"
                + " left join fetch s.judgedBy left join fetch s.removalBy"
                + " left join fetch s.removedBy where s.id = :id",
            ProviderMailServer.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** Judges and, if every rule holds, proposes it for the list. */
  public Verdict propose(Cidr address, String reason, long by, Instant now) {
    holdings.lock();
    boolean taken = !on(List.of(address)).isEmpty();
    var verdict =
        Verdict.of(ProviderMailServerRule.values(), facts(address, taken, null, null, now));
    if (verdict.holds()) {
      var server = new ProviderMailServer(address, reason, account(by), now);
      em.persist(server);
      acts.fire(new ProviderMailServerAct.MailServerProposed(server));
    }
    return verdict;
  }

  /** Whether it could be proposed now. */
  public boolean mayBeProposed(Cidr address, Instant now) {
    boolean taken = !on(List.of(address)).isEmpty();
    return Verdict.of(ProviderMailServerRule.values(), facts(address, taken, null, null, now))
        .holds();
  }

  /**
   * Judges again and, if every rule holds, carries out what was proposed.
   *
   * @param version of the server, as the second person saw it
   */
  public Verdict confirm(long id, int version, long by, Instant now) {
    var server = lock(id, version);
    server.mustWait();
    var confirmer = account(by);
    var verdict = judge(server, confirmer, now);
    if (verdict.holds()) {
      acts.fire(server.confirm(confirmer, now));
    }
    return verdict;
  }

  /** What would be said if that person confirmed what waits. */
  public Verdict previewConfirmation(long id, long by, Instant now) {
    return judge(get(id), account(by), now);
  }

  private Verdict judge(ProviderMailServer server, Account by, Instant now) {
    var proposer = person(server.getProposer());
    var confirmer = person(by);
    return Verdict.of(
        ProviderMailServerRule.values(),
        server.isListed()
            ? ProviderMailServerRuleFacts.ofRemoval(proposer, confirmer)
            : facts(server.getAddress(), false, proposer, confirmer, now));
  }

  public void decline(long id, int version, long by, Instant now) {
    acts.fire(lock(id, version).decline(account(by), now));
  }

  public void proposeRemoval(long id, int version, String reason, long by, Instant now) {
    acts.fire(lock(id, version).proposeRemoval(reason, account(by), now));
  }

  private ProviderMailServerRuleFacts facts(
      Cidr address, boolean taken, Person proposer, Person confirmer, Instant now) {
    return new ProviderMailServerRuleFacts(
        address.toString(),
        prefixes.containing(address).isPresent(),
        connections
            .holder(address, now)
            .map(range -> range.getConnection().getReference())
            .orElse(null),
        investigations.numbers(List.of(), List.of(address)),
        taken,
        proposer,
        confirmer);
  }

  /** And the address space, so that nobody gives the address out meanwhile. */
  private ProviderMailServer lock(long id, int version) {
    holdings.lock();
    var server = get(id);
    em.refresh(server, LockModeType.PESSIMISTIC_WRITE);
    server.mustStillBe(version);
    return server;
  }

  private static Person person(Account account) {
    return account == null ? null : new Person(account.getId(), account.getName());
  }

  private Account account(long id) {
    return Optional.ofNullable(em.find(Account.class, id)).orElseThrow(NotFoundException::new);
  }
}
