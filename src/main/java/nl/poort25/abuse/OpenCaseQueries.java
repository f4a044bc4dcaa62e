package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.database.Batches;
import nl.poort25.network.Cidr;
import nl.poort25.network.Investigation;
import nl.poort25.network.OpenInvestigations;

/** Which cases are open, by what they cover: partners, addresses and connections. */
@ApplicationScoped
@Transactional
public class OpenCaseQueries implements OpenInvestigations {
  private static final String WITH_ADDRESSES =
      "select distinct c from AbuseCase c join fetch c.partner join fetch c.connection"
          + " join fetch c.addresses ";

  @PersistenceContext EntityManager em;

  /**
   * The open cases of these partners, and those on these addresses, of whomever: while there is
   * one, nothing new of that partner or on that address is approved or overruled (4.14).
   *
   * @param addresses single ones
   */
  public OpenCases open(Collection<Long> partnerIds, Collection<Cidr> addresses) {
    var byPartner =
        open("c.partner.id in :some and c.state = OPEN", partnerIds.stream())
            .collect(Collectors.groupingBy(c -> c.getPartner().getId()));
    var byAddress = new HashMap<Cidr, AbuseCase>();
    // an address is in one open case at a time
    open(
            "c.id in (select a.abuseCase.id from CaseAddress a where a.openKey in :some)",
            addresses.stream().map(Cidr::firstKey))
        .forEach(c -> c.getAddresses().forEach(address -> byAddress.put(address, c)));
    return new OpenCases(byPartner, byAddress);
  }

  private Stream<AbuseCase> open(String where, Stream<?> some) {
    String query = WITH_ADDRESSES + "where " + where + " order by c.id";
    return Batches.rows(em, AbuseCase.class, query, some);
  }

  /** Every address in an open case, with the id of that case. */
  public Map<Cidr, Long> blocked() {
    var blocked = new HashMap<Cidr, Long>();
    em.createQuery(
            "select a.address, a.abuseCase.id from CaseAddress a where a.openKey is not null",
            Object[].class)
        .getResultList()
        .forEach(row -> blocked.put(Cidr.of((String) row[0]), (Long) row[1]));
    return blocked;
  }

  /** The clients that the relays refuse: every address in an open case, with its number (4.13). */
  public List<DeniedClient> deniedClients() {
    return em
        .createQuery(
            "select a.address, c.id, c.number from CaseAddress a join a.abuseCase c"
                + " where a.openKey is not null",
            Object[].class)
        .getResultList()
        .stream()
        .map(row -> new DeniedClient(Cidr.of((String) row[0]), (Long) row[1], (String) row[2]))
        .toList();
  }

  /** The open cases on an address, or on any address of a prefix: nothing opens these (4.14). */
  public List<AbuseCase> openOn(Cidr address) {
    return em.createQuery(
            WITH_ADDRESSES
                + "where c.id in (select a.abuseCase.id from CaseAddress a"
                + " where a.openKey >= :first and a.openKey <= :last) order by c.id",
            AbuseCase.class)
        .setParameter("first", address.firstKey())
        .setParameter("last", address.lastKey())
        .getResultList();
  }

  /** Those that cover the connection (4.13): opened on it, or with an address that it has now. */
  public List<AbuseCase> openOnConnection(long connectionId) {
    return em.createQuery(
            WITH_ADDRESSES
                + "where c.state = OPEN and (c.connection.id = :connection or c.id in"
                + " (select a.abuseCase.id from CaseAddress a, ConnectionRange r"
                + " where r.connection.id = :connection and r.until is null"
                + " and a.openKey between r.firstKey and r.lastKey)) order by c.id",
            AbuseCase.class)
        .setParameter("connection", connectionId)
        .getResultList();
  }

  @Override
  public List<Investigation> investigations() {
    return em
        .createQuery(WITH_ADDRESSES + "where c.state = OPEN order by c.id", AbuseCase.class)
        .getResultList()
        .stream()
        .map(
            open ->
                new Investigation(
                    open.getNumber(),
                    "/backoffice/abuse/" + open.getId(),
                    open.getConnection().getId(),
                    open.getAddresses()))
        .toList();
  }

  /** Open cases whose block is not known to work on every address yet. */
  public List<AbuseCase> notInForce() {
    return em.createQuery(
            WITH_ADDRESSES + "where c.state = OPEN and c.confirmation.at is null order by c.id",
            AbuseCase.class)
        .getResultList();
  }
}
