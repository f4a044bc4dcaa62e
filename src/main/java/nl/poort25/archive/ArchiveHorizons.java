package nl.poort25.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/** How far back the tables go: what is older may be in the archive. */
@ApplicationScoped
@Transactional
public class ArchiveHorizons {
  /** Only ever later: what has moved does not come back. */
  static final String MOVE =
      "update archive_horizon set moved_before = ? where kind = ?"
          + " and (moved_before is null or moved_before < ?)";

  @PersistenceContext EntityManager em;

  /** The moment from which on all of these kinds are there; null where nothing has moved. */
  public Instant of(ArchiveKind... kinds) {
    return Arrays.stream(kinds)
        .map(kind -> em.find(ArchiveHorizon.class, kind))
        .map(ArchiveHorizon::getMovedBefore)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
