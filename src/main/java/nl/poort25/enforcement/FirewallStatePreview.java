package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.abuse.OpenCaseQueries;
import nl.poort25.exemption.FirewallPreview;
import nl.poort25.network.Flow;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.FirewallLine;
import nl.poort25.state.StateFormat;
import nl.poort25.text.FormattedDiff;

/** Previews what a decision would change at the firewalls, compared with the last state. */
@ApplicationScoped
@Transactional
class FirewallStatePreview implements FirewallPreview {
  @PersistenceContext EntityManager em;
  @Inject OpenCaseQueries abuse;

  @Override
  public List<FormattedDiff> of(Collection<Flow> opened, Collection<Flow> closed) {
    var before = held(Stream.concat(opened.stream(), closed.stream()));
    var after = new TreeSet<>(before);
    closed.forEach(line -> after.remove(FirewallLine.opening(line)));
    var blocked = abuse.blocked().keySet();
    opened.stream()
        .filter(line -> !blocked.contains(line.destination()))
        .forEach(line -> after.add(FirewallLine.opening(line)));
    return StateFormat.changes(EnforcementTarget.FIREWALL, before, after);
  }

  /** The lines of now to the same addresses: no other can cover, or be covered. */
  private Set<FirewallLine> held(Stream<Flow> lines) {
    Collection<String> keys =
        lines.map(line -> line.destination().firstKey()).collect(Collectors.toSet());
    return em
        .createQuery(
            "select l.text from LineSpan l where l.addressKey in :keys"
                + " and l.target = FIREWALL and l.until is null",
            String.class)
        .setParameter("keys", keys)
        .getResultList()
        .stream()
        .map(FirewallLine::parse)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
