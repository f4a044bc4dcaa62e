package nl.poort25.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far back a table goes, since something of it has moved to the archive. */
@Entity
@Table(name = "archive_horizon")
class ArchiveHorizon {
  @Id
  @Enumerated(EnumType.STRING)
  private ArchiveKind kind;

  @Column(name = "moved_before")
  private Instant movedBefore;

  protected ArchiveHorizon() {}

  /** From then on the table has all that there is; null where nothing has moved. */
  Instant getMovedBefore() {
    return movedBefore;
  }
}
