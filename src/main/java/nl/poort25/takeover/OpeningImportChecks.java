package nl.poort25.takeover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.poort25.exemption.ExistingOpenings.Holder;
import nl.poort25.imports.LineFault;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.Flow;
import nl.poort25.takeover.OpeningFile.Entry;
import nl.poort25.takeover.OpeningFile.Fault;
import nl.poort25.text.LocalizedTexts;

/**
 * Checks that keep a line of a file from being imported, whatever staff decides: the portal knows
 * better whether it is open. A violated rule is no such fault but a task for staff.
 *
 * @param connections by their references
 * @param holders by the keys of the lines
 * @param blocked addresses in open cases, with the numbers of these
 * @param investigated the numbers of the open cases by partner
 * @param network the destinations that lie in the provider's network
 * @param decided what was refused or closed here, by its destination
 * @param firstEnforcement since when the portal decides what is open; null where it does not yet
 */
record OpeningImportChecks(
    Map<String, Connection> connections,
    Map<String, Holder> holders,
    Map<Cidr, String> blocked,
    Map<Long, List<String>> investigated,
    Set<Cidr> network,
    Map<String, List<Decided>> decided,
    Instant firstEnforcement) {
  /** What was decided on a line that is not open any more. */
  record Decided(Flow flow, String number) {}

  /** The first thing that is wrong; null where nothing is. */
  LineFault firstFault(Entry entry) {
    var connection = connections.get(entry.reference());
    if (connection == null) {
      return fault(entry, Fault.CONNECTION, entry.reference());
    }
    var to = entry.flow().destination();
    if (blocked.containsKey(to)) {
      return fault(entry, Fault.BLOCKED, blocked.get(to));
    }
    var cases = investigated.getOrDefault(connection.getPartner().getId(), List.of());
    if (!cases.isEmpty()) {
      return fault(entry, Fault.INVESTIGATED, String.join(", ", cases));
    }
    if (!network.contains(to)) {
      return fault(entry, Fault.NOT_OURS, to.toString());
    }
    var holder = holders.get(entry.flow().key());
    if (holder != null && holder.connectionId() == connection.getId()) {
      return fault(entry, Fault.KNOWN, holder.number());
    }
    var before =
        decided.getOrDefault(to.toString(), List.of()).stream()
            .filter(one -> meets(one.flow().source(), entry.flow().source()))
            .findFirst();
    if (before.isPresent()) {
      return fault(entry, Fault.DECIDED, before.get().number());
    }
    return firstEnforcement == null || entry.since().isBefore(firstEnforcement)
        ? null
        : fault(
            entry,
            Fault.DECIDED_HERE,
            LocalDate.ofInstant(firstEnforcement, LocalizedTexts.ZONE).toString());
  }

  /** Whether some host is in both; a null is everybody. */
  private static boolean meets(Cidr one, Cidr other) {
    return one == null || other == null || one.contains(other) || other.contains(one);
  }

  private static LineFault fault(Entry entry, Fault fault, String found) {
    return LineFault.of(entry, fault, found);
  }
}
