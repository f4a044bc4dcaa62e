package nl.poort25.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import nl.poort25.account.Customers;
import nl.poort25.account.Partner;
import nl.poort25.audit.Act;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionAct;
import nl.poort25.network.ConnectionKind;
import nl.poort25.network.ConnectionRange;
import nl.poort25.network.PrefixAct;
import nl.poort25.network.ProviderPrefix;

/** The network of the demo world: documentation prefixes, given out on a few connections. */
@ApplicationScoped
class DemoNetwork {
  private static final List<String> PREFIXES =
      List.of("192.0.2.0/24", "198.51.100.0/25", "2001:db8:25::/48");

  private static final Duration FOR = Duration.ofDays(500);

  private static final String CONNECTIONS =
      """
      ZAK-0904  | BUSINESS_LINE   | Polder Networks  |                      | Polderweg 2, Almere          | 192.0.2.16/29
      COLO-0012 | COLOCATION      | Havenkantoor ICT |                      | Rek 12, datacenter Ede       | 192.0.2.40/29 2001:db8:25:40::/64
      THW-2210  | TELEWORKER_LINE | Brug & Sluis     | Waterschap Zuid      | Dijkweg 14                   | 192.0.2.61 192.0.2.62
      ZAK-1017  | BUSINESS_LINE   | Brug & Sluis     | Waterschap Zuid      | Sluisplein 1, Terneuzen      | 192.0.2.64/29
      ZAK-0331  | BUSINESS_LINE   | Havenkantoor ICT | Scheepswerf Oost     | Werfkade 9, Hoorn            | 192.0.2.96/28
      ZAK-0518  | BUSINESS_LINE   | Havenkantoor ICT | Zeilmakerij De Bries | Haven 3, Enkhuizen           | 198.51.100.8/30 2001:db8:25:500::/56
      COLO-0031 | COLOCATION      | Polder Networks  |                      | Rek 31, datacenter Ede       | 198.51.100.32/28
      THW-2304  | TELEWORKER_LINE | Havenkantoor ICT | Café De Kade         | Kade 22, Hoorn               | 198.51.100.77
      ZAK-0720  | BUSINESS_LINE   | Molenwiek Hosting |                     | Molenpad 7, Zaandam          | 192.0.2.112/28
      COLO-0044 | COLOCATION      | Molenwiek Hosting |                     | Rek 44, datacenter Ede       | 192.0.2.128/29
      THW-2417  | TELEWORKER_LINE | Molenwiek Hosting | Maalderij Windvang  | Molenpad 9, Zaandam          | 192.0.2.140
      """;

  @PersistenceContext EntityManager em;
  @Inject Customers customers;
  @Inject Event<Act> acts;

  void fill(Instant now) {
    for (String text : PREFIXES) {
      var prefix =
          new ProviderPrefix(Cidr.of(text), ProviderPrefix.Origin.HAND, "Proefgegevens", now);
      em.persist(prefix);
      acts.fire(new PrefixAct.PrefixAdded(prefix));
    }
    // long ago, so that reports of today and before find who held an address
    CONNECTIONS.lines().forEach(line -> connection(line, now.minus(FOR)));
  }

  private void connection(String line, Instant since) {
    String[] columns = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
    var partner =
        em.createQuery("select p from Partner p where p.name = :name", Partner.class)
            .setParameter("name", columns[2])
            .getSingleResult();
    var connection =
        new Connection(
            columns[0],
            ConnectionKind.valueOf(columns[1]),
            partner,
            columns[3].isEmpty() ? null : customers.namedOrNew(partner.getId(), columns[3]),
            columns[4],
            since);
    em.persist(connection);
    var addresses = Arrays.stream(columns[5].split(" ")).map(Cidr::of).toList();
    addresses.forEach(cidr -> em.persist(new ConnectionRange(connection, cidr, since)));
    acts.fire(new ConnectionAct.ConnectionAdded(connection, addresses));
  }
}
