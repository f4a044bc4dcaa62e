package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.archive.ArchiveKind;
import nl.poort25.archive.ArchiveSource;
import nl.poort25.archive.OldRows;
import nl.poort25.setting.Setting;
import nl.poort25.state.EnforcementTarget;

/**
 * Generations that nobody needs any more, then the lines that were in none but these: so a
 * generation that is there has all its lines. With them, alarms and what was held back.
 */
@ApplicationScoped
@Transactional
class OldGenerations implements ArchiveSource {
  @PersistenceContext EntityManager em;
  @Inject HistoryNeeds needs;

  @Override
  public Setting keeps() {
    return ArchiveKind.GENERATION.keeps();
  }

  @Override
  public Stream<OldRows> old(Instant before) {
    var since = needs.since(before);
    return Stream.concat(
        Stream.of(
            OldRows.by(ArchiveKind.ALARM, "ended_at", since),
            OldRows.by(ArchiveKind.POINT_HOLD, "ended_at", since),
            OldRows.by(ArchiveKind.LARGE_CHANGE, "noticed_at", since).and("open_for is null")),
        Arrays.stream(EnforcementTarget.values()).flatMap(target -> of(target, since)));
  }

  private Stream<OldRows> of(EnforcementTarget target, Instant since) {
    var lowest = lowest(target);
    if (lowest.isEmpty()) {
      return Stream.empty();
    }
    long first = needs.first(target, since).orElse(0);
    return Stream.of(
        new OldRows(
            ArchiveKind.GENERATION,
            "target = ? and number < ?",
            List.of(target.name(), first),
            "made_at",
            "target, number",
            since),
        new OldRows(
            ArchiveKind.GENERATION_LINE,
            "target = ? and until_number >= 0 and until_number <= ?",
            List.of(target.name(), lowest.get(0)),
            null,
            "target, until_number",
            since));
  }

  /** The number of the first that is there; none, or one. */
  private List<Long> lowest(EnforcementTarget target) {
    return em.createQuery(
            "select g.number from Generation g where g.target = :target"
                + " order by g.target, g.number",
            Long.class)
        .setParameter("target", target)
        .setMaxResults(1)
        .getResultList();
  }
}
