package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.poort25.account.Customer;
import nl.poort25.account.CustomerLookup;
import nl.poort25.account.Customers;
import nl.poort25.account.Partner;
import nl.poort25.account.Partners;
import nl.poort25.imports.LineFault;
import nl.poort25.network.ConnectionFile.Fault;
import nl.poort25.network.ConnectionFile.Line;
import nl.poort25.network.NetworkFacts.AskedRanges;
import nl.poort25.policy.Verdict;
import nl.poort25.web.MalformedInput;

/**
 * Says of an upload of connections what is wrong with its lines, by themselves and by the rules.
 */
@ApplicationScoped
@Transactional
class ConnectionFileCheck {
  @Inject Partners partners;
  @Inject Customers customers;
  @Inject NetworkFacts facts;

  /**
   * @param faults in the order of the lines
   * @param customers those that the lines name and that are there
   */
  record Checked(
      List<Line> lines,
      List<LineFault> faults,
      Map<String, Partner> partners,
      CustomerLookup customers) {
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

  Checked check(ConnectionFile file) {
    var byName =
        partners.all().stream()
            .collect(Collectors.toMap(p -> p.getName().toLowerCase(Locale.ROOT), p -> p));
    var faults = new ArrayList<>(file.faults());
    var cases =
        facts.of(
            file.lines().stream()
                .map(line -> new AskedRanges(line.number(), line.reference(), line.addresses()))
                .toList());
    for (int i = 0; i < cases.size(); i++) {
      var line = file.lines().get(i);
      if (!byName.containsKey(line.partner().toLowerCase(Locale.ROOT))) {
        faults.add(
            LineFault.of(
                line.number(),
                line.text(),
                Fault.PARTNER,
                MalformedInput.toDisplayText(line.partner())));
      }
      Verdict.of(NetworkRule.values(), cases.get(i))
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
    return new Checked(file.lines(), faults, byName, customers.named(concerned, names));
  }
}
