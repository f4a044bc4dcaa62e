package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import nl.poort25.account.Customers;
import nl.poort25.account.Partners;
import nl.poort25.imports.CsvFile;
import nl.poort25.imports.LineFault;
import nl.poort25.network.ConnectionFile.Entry;
import nl.poort25.network.ConnectionFile.Fault;
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

  ConnectionImportPreview check(CsvFile<Entry> file) {
    var entries = file.entries();
    var named = partners.lookup();
    var faults = new ArrayList<>(file.faults());
    var cases =
        facts.of(
            entries.stream()
                .map(entry -> new AskedRanges(entry.number(), entry.reference(), entry.addresses()))
                .toList());
    for (int i = 0; i < cases.size(); i++) {
      var entry = entries.get(i);
      if (named.find(entry.partner()) == null) {
        String partner = MalformedInput.toDisplayText(entry.partner());
        faults.add(LineFault.of(entry, Fault.PARTNER, partner));
      }
      Verdict.of(NetworkRule.values(), cases.get(i))
          .violations()
          .forEach(finding -> faults.add(LineFault.of(entry, finding)));
    }
    faults.sort(Comparator.comparingInt(LineFault::line));
    var concerned =
        entries.stream().map(entry -> named.find(entry.partner())).filter(Objects::nonNull);
    return new ConnectionImportPreview(
        entries,
        faults,
        named,
        customers.named(concerned.toList(), entries.stream().map(Entry::customer).toList()));
  }
}
