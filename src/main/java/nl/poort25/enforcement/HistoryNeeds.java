package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.poort25.abuse.CaseEvidence;
import nl.poort25.state.EnforcementTarget;

/**
 * How far back it must be known what was to be open and what points had, and so which generations
 * stay.
 */
@ApplicationScoped
@Transactional
public class HistoryNeeds {
  @PersistenceContext EntityManager em;
  @Inject Generations generations;
  @Inject GenerationReleases releases;
  @Inject AppliedGenerations points;
  @Inject CaseEvidence evidence;

  /** That moment, or an earlier one where an abuse case or a point that is held needs it. */
  public Instant since(Instant before) {
    var held =
        Optional.ofNullable(
            em.createQuery(
                    "select min(h.knownUntil) from PointHold h where h.openFor is not null",
                    Instant.class)
                .getSingleResult());
    return Stream.of(Optional.of(before), evidence.earliest(before), held)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * The first generation that is needed: the one that counted at that moment, or an earlier one
   * that a point may still have, ask from, or have had since; empty where all are.
   */
  OptionalLong first(EnforcementTarget target, Instant since) {
    var then = generations.at(target, since);
    return then.isEmpty()
        ? OptionalLong.empty()
        : LongStream.concat(
                LongStream.of(then.get().getNumber(), releases.numbers(target).released()),
                points.first(target).stream())
            .min();
  }
}
