package nl.poort25.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.abuse.DeniedClient;
import nl.poort25.abuse.OpenCaseQueries;
import nl.poort25.database.Batches;
import nl.poort25.exemption.EnforcementStart;
import nl.poort25.exemption.ExemptionFacts;
import nl.poort25.exemption.ExistingOpenings;
import nl.poort25.exemption.Openings;
import nl.poort25.imports.CsvFile;
import nl.poort25.network.Connection;
import nl.poort25.network.Connections;
import nl.poort25.network.Flow;
import nl.poort25.network.ProviderPrefixes;
import nl.poort25.takeover.OpeningFile.Entry;
import nl.poort25.takeover.OpeningImportChecks.Decided;
import nl.poort25.takeover.OpeningImportPreview.Checked;

/** Says of a file of openings what is wrong with its lines, and what the rules say of the rest. */
@ApplicationScoped
@Transactional
class OpeningFileCheck {
  @PersistenceContext EntityManager em;
  @Inject ExemptionFacts facts;
  @Inject ExistingOpenings held;
  @Inject Connections connections;
  @Inject ProviderPrefixes prefixes;
  @Inject OpenCaseQueries abuse;
  @Inject EnforcementStart enforcement;
  @Inject Openings openings;

  OpeningImportPreview check(CsvFile<Entry> file) {
    var named = connections(file);
    var good = file.without(faults(file.entries(), named)::firstFault);
    var groups = ImportedExemption.of(good.entries());
    var cases =
        facts.of(groups.stream().map(group -> group.asked(named.get(group.reference()))).toList());
    var checked = new ArrayList<Checked>();
    for (int i = 0; i < groups.size(); i++) {
      var connection = named.get(groups.get(i).reference());
      var verdict = ExemptionFacts.verdict(cases.get(i));
      checked.add(new Checked(groups.get(i), connection, cases.get(i), verdict));
    }
    return OpeningImportPreview.of(checked, good.faults());
  }

  /** Those that the file names and that there are, by reference. */
  Map<String, Connection> connections(CsvFile<Entry> file) {
    return connections.named(file.entries().stream().map(Entry::reference).toList());
  }

  private OpeningImportChecks faults(List<Entry> entries, Map<String, Connection> named) {
    var flows = entries.stream().map(Entry::flow).toList();
    var to = flows.stream().map(Flow::destination).collect(Collectors.toSet());
    var partners =
        named.values().stream().map(c -> c.getPartner().getId()).collect(Collectors.toSet());
    var open = abuse.open(partners, List.of());
    return new OpeningImportChecks(
        named,
        held.holders(flows),
        abuse.deniedClients().stream()
            .collect(Collectors.toMap(DeniedClient::client, DeniedClient::number)),
        partners.stream().collect(Collectors.toMap(id -> id, id -> open.numbers(id, List.of()))),
        prefixes.inside(to),
        decided(flows),
        firstEnforcement());
  }

  /** What was refused or closed here, by its destination. */
  private Map<String, List<Decided>> decided(List<Flow> flows) {
    return Batches.rows(
            em,
            Object[].class,
            "select o.source, o.destination, t.number from Opening o join o.exemption e"
                + " join e.ticket t where o.destinationKey in :some"
                + " and o.state in (CLOSED, DECLINED) order by o.id",
            flows.stream().map(flow -> flow.destination().firstKey()))
        .map(row -> new Decided(Flow.of((String) row[0], (String) row[1]), (String) row[2]))
        .collect(Collectors.groupingBy(decided -> decided.flow().destination().toString()));
  }

  /** Since when the portal decides what is open; null where it does not yet. */
  Instant firstEnforcement() {
    return Stream.of(enforcement.firstEnforcement(), openings.firstConfirmed())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
