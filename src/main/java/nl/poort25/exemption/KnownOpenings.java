package nl.poort25.exemption;

import com.google.common.collect.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.abuse.AbuseCase;
import nl.poort25.abuse.AbuseCases;
import nl.poort25.abuse.DeniedClient;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.Prefixes;
import nl.poort25.policy.ExemptionKind;

/** What the portal knows that many openings at once are judged by, each in a few queries. */
@ApplicationScoped
@Transactional
class KnownOpenings {
  private static final int AT_ONCE = 500;

  @PersistenceContext EntityManager em;
  @Inject Prefixes prefixes;
  @Inject AbuseCases abuseCases;
  @Inject EnforcementStart enforcement;
  @Inject Openings openings;

  /** Who holds a line (4.7). */
  record Holder(long connectionId, String number) {}

  /** Those of these references that there are, with their partners. */
  Map<String, Connection> connections(Collection<String> references) {
    var found = new HashMap<String, Connection>();
    for (var some : Lists.partition(references.stream().distinct().toList(), AT_ONCE)) {
      em.createQuery(
              "select c from Connection c join fetch c.partner where c.reference in :some",
              Connection.class)
          .setParameter("some", some)
          .getResultList()
          .forEach(c -> found.put(c.getReference(), c));
    }
    return found;
  }

  /** By the keys of the lines. */
  Map<String, Holder> holders(List<String> keys) {
    var holders = new HashMap<String, Holder>();
    for (var some : Lists.partition(keys, AT_ONCE)) {
      em.createQuery(
              "select o.held, o.connection.id, t.number from Opening o join o.exemption e"
                  + " join e.ticket t where o.held in :some",
              Object[].class)
          .setParameter("some", some)
          .getResultList()
          .forEach(row -> holders.put((String) row[0], new Holder((Long) row[1], (String) row[2])));
    }
    return holders;
  }

  /** The addresses that these connections have now, by their ids. */
  Map<Long, List<Cidr>> ranges(Collection<Connection> connections) {
    var ranges = new HashMap<Long, List<Cidr>>();
    for (var some : Lists.partition(List.copyOf(connections), AT_ONCE)) {
      em.createQuery(
              "select r.connection.id, r.cidr from ConnectionRange r where r.connection in :some"
                  + " and r.until is null",
              Object[].class)
          .setParameter("some", some)
          .getResultList()
          .forEach(
              row ->
                  ranges
                      .computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                      .add(Cidr.of((String) row[1])));
    }
    return ranges;
  }

  /** What was decided on a line that is not open any more. */
  record Decided(Line line, String number) {}

  /** What was refused or closed here, by its destination. */
  Map<String, List<Decided>> decided(List<Line> lines) {
    var decided = new HashMap<String, List<Decided>>();
    var keys = lines.stream().map(line -> line.destination().firstKey()).distinct().toList();
    for (var some : Lists.partition(keys, AT_ONCE)) {
      em.createQuery(
              "select o.source, o.destination, t.number from Opening o join o.exemption e"
                  + " join e.ticket t where o.destinationKey in :some"
                  + " and o.state in (CLOSED, DECLINED) order by o.id",
              Object[].class)
          .setParameter("some", some)
          .getResultList()
          .forEach(
              row ->
                  decided
                      .computeIfAbsent((String) row[1], key -> new ArrayList<>())
                      .add(
                          new Decided(Line.of((String) row[0], (String) row[1]), (String) row[2])));
    }
    return decided;
  }

  /** The addresses in open cases, with the numbers of these. */
  Map<Cidr, String> blocked() {
    return abuseCases.deniedClients().stream()
        .collect(Collectors.toMap(DeniedClient::client, DeniedClient::number));
  }

  /** Since when the portal decides what is open; null where it does not yet. */
  Instant firstEnforcement() {
    return Stream.of(enforcement.firstEnforcement(), openings.firstConfirmed())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The texts of the provider's prefixes. */
  Set<String> network() {
    return prefixes.current().stream().map(p -> p.getCidr().toString()).collect(Collectors.toSet());
  }

  /** The numbers of the open abuse cases, by partner: a provider has hundreds of them. */
  Map<Long, List<String>> abuse(Collection<Connection> connections) {
    return connections.stream()
        .map(c -> c.getPartner().getId())
        .distinct()
        .collect(
            Collectors.toMap(
                id -> id, id -> abuseCases.openOn(id).stream().map(AbuseCase::getNumber).toList()));
  }

  /** What an exemption's servers count towards (4.5): the partner, or the colocation. */
  static String whole(ExemptionKind kind, long partnerId, long connectionId) {
    return kind + " " + (kind == ExemptionKind.OWN_MAIL_SERVICE ? partnerId : connectionId);
  }

  /** The servers of which a line is open or waiting, by what they count towards. */
  Map<String, List<MailServer>> servers(Collection<Connection> connections) {
    var open = new HashMap<Long, Set<String>>();
    var wholes = new HashMap<Long, String>();
    var partners = connections.stream().map(c -> c.getPartner().getId()).distinct().toList();
    for (var some : Lists.partition(partners, AT_ONCE)) {
      em.createQuery(
              "select e.id, e.kind, e.partner.id, o.connection.id, o.source, o.destination"
                  + " from Opening o join o.exemption e where o.partner.id in :some"
                  + " and e.kind <> THIRD_PARTY and o.state not in (CLOSED, DECLINED)",
              Object[].class)
          .setParameter("some", some)
          .getResultList()
          .forEach(
              row -> {
                long id = (Long) row[0];
                wholes.put(id, whole((ExemptionKind) row[1], (Long) row[2], (Long) row[3]));
                var addresses = open.computeIfAbsent(id, key -> new HashSet<>());
                addresses.add((String) row[4]);
                addresses.add((String) row[5]);
              });
    }
    var servers = new HashMap<String, List<MailServer>>();
    for (var some : Lists.partition(List.copyOf(open.keySet()), AT_ONCE)) {
      em.createQuery(
              "select e.id, s.host, s.ipv4, s.ipv6 from Exemption e join e.answers.servers s"
                  + " where e.id in :some",
              Object[].class)
          .setParameter("some", some)
          .getResultList()
          .forEach(
              row -> {
                var server =
                    new MailServer((String) row[1], (String) row[2], (String) row[3], null, null);
                if (open.get((Long) row[0]).contains(server.ipv4())
                    || open.get((Long) row[0]).contains(server.ipv6())) {
                  servers
                      .computeIfAbsent(wholes.get((Long) row[0]), key -> new ArrayList<>())
                      .add(server);
                }
              });
    }
    return servers;
  }
}
