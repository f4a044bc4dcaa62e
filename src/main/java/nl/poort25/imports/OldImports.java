package nl.poort25.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.stream.Stream;
import nl.poort25.archive.ArchiveKind;
import nl.poort25.archive.ArchiveSource;
import nl.poort25.archive.OldRows;
import nl.poort25.setting.Setting;

/**
 * Files that were applied, withdrawn, or looked at and left. One that waits for a second person
 * stays, however old it is.
 */
@ApplicationScoped
class OldImports implements ArchiveSource {
  private static final String OVER =
      "(applied_at is not null or withdrawn_at is not null or kind <> ?)"
          + " and (applied_at is null or applied_at < ?)"
          + " and (withdrawn_at is null or withdrawn_at < ?)";

  @Override
  public Setting keeps() {
    return ArchiveKind.IMPORT.keeps();
  }

  @Override
  public Stream<OldRows> old(Instant before) {
    return Stream.of(
        OldRows.by(ArchiveKind.IMPORT, "uploaded_at", before)
            .and(OVER, FileImport.Kind.OPENINGS.name(), before, before));
  }
}
