package nl.poort25.network;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.poort25.account.CustomerLookup;
import nl.poort25.account.Partner;
import nl.poort25.account.PartnerLookup;
import nl.poort25.imports.ImportPreview;
import nl.poort25.imports.LineFault;
import nl.poort25.network.ConnectionFile.Entry;

/**
 * Preview of an upload of connections: the connections and customers it would add.
 *
 * @param faults in the order of the lines
 * @param customers those that the lines name and that are there
 */
public record ConnectionImportPreview(
    List<Entry> lines, List<LineFault> faults, PartnerLookup partners, CustomerLookup customers)
    implements ImportPreview<Entry> {
  Partner partner(Entry line) {
    return partners.find(line.partner());
  }

  /** Names of the customers that it would make, with their partners. */
  public List<String> newCustomers() {
    var names = new TreeSet<String>();
    for (var line : lines) {
      if (line.customer() != null && customers.find(partner(line), line.customer()) == null) {
        names.add(line.customer() + " (" + partner(line).getName() + ")");
      }
    }
    return List.copyOf(names);
  }

  @Override
  public Stream<String> consequences() {
    // a line names its partner, and the name may be another's by the time it is confirmed
    return Stream.concat(
        lines.stream().map(line -> line + " " + partner(line).getId()), newCustomers().stream());
  }
}
