package nl.poort25.network;

import com.google.common.collect.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.account.Customer;
import nl.poort25.account.Customers;
import nl.poort25.account.NamedCustomers;
import nl.poort25.account.Partner;
import nl.poort25.account.Partners;
import nl.poort25.network.ConnectionFile.Fault;
import nl.poort25.network.ConnectionFile.Line;
import nl.poort25.network.NetworkCase.Held;
import nl.poort25.network.Overlaps.Asked;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Malformed;

/** Judges an upload of connections as a whole: in a few queries, not in some for each line. */
@ApplicationScoped
@Transactional
class ConnectionJudge {
  private static final int AT_ONCE = 500;

  @PersistenceContext EntityManager em;
  @Inject Partners partners;
  @Inject Customers customers;
  @Inject Prefixes prefixes;
  @Inject ProviderMailServers mailServers;
  @Inject Investigations investigations;

  /**
   * @param faults in the order of the lines
   * @param customers those that the lines name and that are there
   */
  record Judged(
      List<Line> lines,
      List<LineFault> faults,
      Map<String, Partner> partners,
      NamedCustomers customers) {
    boolean holds() {
      return faults.isEmpty();
    }

    Partner partner(Line line) {
      return partners.get(line.partner().toLowerCase(Locale.ROOT));
    }

    /** Null where the line names none, or one that is to be made. */
    Customer customer(Line line) {
      return customers.find(partner(line), line.customer());
    }
  }

  Judged judge(ConnectionFile file) {
    var byName =
        partners.all().stream()
            .collect(Collectors.toMap(p -> p.getName().toLowerCase(Locale.ROOT), p -> p));
    var faults = new ArrayList<>(file.faults());
    var network = new Network(prefixes.current().stream().map(Prefix::getCidr).toList());
    var servers = new Network(mailServers.held());
    var taken = references(file.lines());
    var overlaps = overlaps(file.lines());
    var investigated = investigations.open();
    var seen = new HashSet<String>();
    for (Line line : file.lines()) {
      if (!byName.containsKey(line.partner().toLowerCase(Locale.ROOT))) {
        faults.add(
            LineFault.of(
                line.number(), line.text(), Fault.PARTNER, Malformed.shown(line.partner())));
      }
      boolean again = !seen.add(line.reference());
      Verdict.of(
              NetworkRule.values(),
              NetworkCase.ofRanges(
                  line.reference(),
                  again || taken.contains(line.reference()),
                  line.addresses(),
                  around(line, network),
                  overlaps.of(line.number()),
                  around(line, servers),
                  Investigations.numbers(investigated, List.of(), line.addresses())))
          .violations()
          .forEach(finding -> faults.add(LineFault.of(line.number(), line.text(), finding)));
    }
    faults.sort(Comparator.comparingInt(LineFault::line));
    var names = file.lines().stream().map(Line::customer).toList();
    var concerned =
        file.lines().stream()
            .map(line -> byName.get(line.partner().toLowerCase(Locale.ROOT)))
            .filter(Objects::nonNull)
            .toList();
    return new Judged(file.lines(), faults, byName, customers.named(concerned, names));
  }

  private static List<Cidr> around(Line line, Network network) {
    return line.addresses().stream()
        .flatMap(cidr -> network.around(cidr).stream())
        .distinct()
        .toList();
  }

  private Set<String> references(List<Line> lines) {
    return Lists.partition(lines, AT_ONCE).stream()
        .flatMap(
            some ->
                em
                    .createQuery(
                        "select c.reference from Connection c where c.reference in :some",
                        String.class)
                    .setParameter("some", some.stream().map(Line::reference).toList())
                    .getResultList()
                    .stream())
        .collect(Collectors.toSet());
  }

  private Overlaps overlaps(List<Line> lines) {
    var overlaps =
        new Overlaps(
            lines.stream()
                .flatMap(
                    line ->
                        line.addresses().stream()
                            .map(cidr -> Asked.of(line.number(), line.reference(), cidr)))
                .toList());
    for (boolean ipv6 : new boolean[] {false, true}) {
      var family = overlaps.sorted().stream().filter(a -> a.cidr().isIpv6() == ipv6).toList();
      Lists.partition(family, AT_ONCE).forEach(some -> overlaps.with(some, held(some)));
    }
    return overlaps;
  }

  /** What connections hold between the first and the last of these, and around the first. */
  private NavigableMap<String, Held> held(List<Asked> some) {
    var last = some.stream().map(Asked::last).max(Comparator.naturalOrder()).orElseThrow();
    String from = "select r.cidr, r.firstKey, r.connection.reference from ConnectionRange r where ";
    var around =
        em.createQuery(from + "r.held in :enclosing", Object[].class)
            .setParameter("enclosing", some.get(0).cidr().enclosing())
            .getResultList();
    var between =
        em.createQuery(
                from + "r.firstKey >= :first and r.firstKey <= :last and r.held is not null",
                Object[].class)
            .setParameter("first", some.get(0).first())
            .setParameter("last", last)
            .getResultList();
    var held = new TreeMap<String, Held>();
    Stream.concat(around.stream(), between.stream())
        .forEach(
            row -> held.put((String) row[1], new Held(Cidr.of((String) row[0]), (String) row[2])));
    return held;
  }
}
