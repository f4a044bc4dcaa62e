package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.poort25.network.AddressUse;
import nl.poort25.network.AddressUses;
import nl.poort25.network.Cidr;
import nl.poort25.network.ConnectionRange;
import nl.poort25.network.Connections;
import nl.poort25.network.ProviderMailServers;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;

/** Parses the addresses that staff wants to block and looks up their holder, uses and cases. */
@ApplicationScoped
@Transactional
class BlockCandidates {
  /** More than that on one connection are several connections, or a slip of the pen. */
  static final int MOST = 50;

  private static final int LONGEST = 4000;

  @PersistenceContext EntityManager em;
  @Inject Connections connections;
  @Inject OpenCaseQueries openCases;
  @Inject ProviderMailServers servers;
  @Inject AddressUses addressUses;

  /** Single addresses, separated by anything between them; none where there is an error. */
  static Set<Cidr> read(String typed, FormErrors errors) {
    String text = errors.required("addresses", typed, LONGEST);
    var addresses = new LinkedHashSet<Cidr>();
    if (text == null) {
      return addresses;
    }
    try {
      for (String word : text.split("[\\s,;]+")) {
        if (!word.isEmpty()) {
          addresses.add(Cidr.parseAddress(word));
        }
      }
    } catch (MalformedInput e) {
      errors.add("addresses", e.text());
    }
    if (addresses.size() > MOST) {
      errors.add("addresses", "abuse.new.too-many", MOST);
    }
    return errors.of("addresses") == null ? addresses : Set.of();
  }

  List<BlockCandidate> lookUp(Collection<Cidr> addresses, Instant now) {
    return addresses.stream().map(address -> lookUp(address, now)).toList();
  }

  private BlockCandidate lookUp(Cidr address, Instant now) {
    return new BlockCandidate(
        address,
        connections.holder(address, now).map(ConnectionRange::getConnection).orElse(null),
        uses(List.of(address)),
        openCases.openOn(address).stream().findFirst().orElse(null),
        earlier(address, now),
        servers.listed().containsKey(address));
  }

  /** Those that the firewalls keep open whatever the case says, as mail servers of the provider. */
  List<Cidr> ofProvider(List<Cidr> addresses) {
    var listed = servers.listed().keySet();
    return addresses.stream().filter(listed::contains).toList();
  }

  /** What is open on these addresses, or asked for them. */
  List<AddressUse> uses(List<Cidr> addresses) {
    return addressUses.of(addresses);
  }

  private String earlier(Cidr address, Instant now) {
    return String.join(
        ", ",
        em.createQuery(
                "select a.abuseCase.number from CaseAddress a where a.addressKey = :key"
                    + " and a.openedAt > :then and a.openKey is null order by a.openedAt",
                String.class)
            .setParameter("key", address.firstKey())
            .setParameter("then", RepeatedAbuse.yearBefore(now))
            .getResultList());
  }
}
