package nl.poort25.imports;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;
import nl.poort25.database.StoredName;

/**
 * An upload was applied, as a whole.
 *
 * @param added how many prefixes, connections, openings or names
 * @param gone how many prefixes
 */
@StoredName("NetworkImported")
public record FileImported(FileImport upload, int added, int gone) implements Act {
  @Override
  public Subject subject() {
    return new Subject("network-import", upload.getId(), "#" + upload.getId());
  }

  @Override
  public Long partnerId() {
    return null;
  }

  @Override
  public Map<String, String> after() {
    return Map.of(
        "kind", upload.getKind().name(),
        "added", String.valueOf(added),
        "gone", String.valueOf(gone));
  }
}
