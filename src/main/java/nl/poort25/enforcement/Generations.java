package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.network.Cidr;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;

/** Looks up the generations of a target and the lines of any of them. */
@ApplicationScoped
@Transactional
public class Generations {
  @PersistenceContext EntityManager em;

  /** Newest first. */
  ListPage<Generation> page(EnforcementTarget target, ListRequest request) {
    return new ListQuery<>(Generation.class, "Generation g")
        .descending()
        .fix("g.target", target)
        .byNumber("g.number", Generation::getNumber)
        .page(em, request);
  }

  /**
   * @throws NotFoundException where there is none of that number
   */
  Generation get(EnforcementTarget target, long number) {
    return em.createQuery(
            "select g from Generation g where g.target = :target and g.number = :number",
            Generation.class)
        .setParameter("target", target)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** The newest, if there is any. */
  Optional<Generation> last(EnforcementTarget target) {
    return em.createQuery(
            "select g from Generation g where g.target = :target order by g.number desc",
            Generation.class)
        .setParameter("target", target)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The lines of a state about that address (as {@link Cidr#firstKey} has it) or name. */
  List<LineSpan> about(EnforcementTarget target, String key, long number) {
    return em.createQuery(
            "select l from LineSpan l where l.addressKey = :key and l.target = :target"
                + " and "
                + LineSpan.STANDS
                + " order by l.text",
            LineSpan.class)
        .setParameter("target", target)
        .setParameter("key", key)
        .setParameter("number", number)
        .getResultList();
  }

  /** The one that counted at that moment, if there was any. */
  Optional<Generation> at(EnforcementTarget target, Instant moment) {
    return em.createQuery(
            "select g from Generation g where g.target = :target and g.madeAt <= :moment"
                + " order by g.number desc",
            Generation.class)
        .setParameter("target", target)
        .setParameter("moment", moment)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** All lines of a generation, in the order of their text: the same at any time later. */
  List<DesiredLine> lines(EnforcementTarget target, long number) {
    return List.copyOf(
        new TreeSet<>(
            em.createQuery(
                    "select l.text from LineSpan l where l.target = :target"
                        + " and "
                        + LineSpan.STANDS,
                    String.class)
                .setParameter("target", target)
                .setParameter("number", number)
                .getResultStream()
                .map(text -> DesiredLine.parse(target, text))
                .toList()));
  }

  /** What it brought, in the order of the text. */
  List<LineSpan> added(EnforcementTarget target, long number, int most) {
    return lines(target, "l.from = :number", number, most);
  }

  /** What it took away. */
  List<LineSpan> removed(EnforcementTarget target, long number, int most) {
    return lines(target, "l.until = :number", number, most);
  }

  private List<LineSpan> lines(EnforcementTarget target, String which, long number, int most) {
    return em.createQuery(
            "select l from LineSpan l where l.target = :target and " + which + " order by l.text",
            LineSpan.class)
        .setParameter("target", target)
        .setParameter("number", number)
        .setMaxResults(most)
        .getResultList();
  }
}
