package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.archive.ArchiveKind;
import nl.poort25.archive.ArchiveSource;
import nl.poort25.archive.OldRows;
import nl.poort25.enforcement.HistoryNeeds;
import nl.poort25.setting.Setting;

/** Which generations points held, of before the last one that they held at the time asked for. */
@ApplicationScoped
@Transactional
class OldPointStates implements ArchiveSource {
  @PersistenceContext EntityManager em;
  @Inject HistoryNeeds needs;

  @Override
  public Setting keeps() {
    return ArchiveKind.POINT_STATE.keeps();
  }

  @Override
  public Stream<OldRows> old(Instant before) {
    var since = needs.since(before);
    return em
        .createQuery("select p from Point p order by p.id", Point.class)
        .getResultList()
        .stream()
        .flatMap(point -> of(point, since));
  }

  private Stream<OldRows> of(Point point, Instant since) {
    return neededFrom(point, since).stream()
        .map(
            from ->
                new OldRows(
                    ArchiveKind.POINT_STATE,
                    "point_id = ? and applied_at < ?",
                    List.of(point.getId(), from),
                    "applied_at",
                    "point_id, applied_at",
                    since));
  }

  /** When it had applied what it held at that moment; none where it held nothing then. */
  private List<Instant> neededFrom(Point point, Instant since) {
    return point.isRetired() && !point.getRetiredAt().isAfter(since)
        ? List.of(since)
        : em.createQuery(
                "select s.appliedAt from AppliedGeneration s where s.point = :point"
                    + " and s.appliedAt <= :since order by s.point.id desc, s.appliedAt desc",
                Instant.class)
            .setParameter("point", point)
            .setParameter("since", since)
            .setMaxResults(1)
            .getResultList();
  }
}
