package nl.poort25.imports;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;
import nl.poort25.database.StoredName;

/** Audit acts on a file that was uploaded to be imported. */
public sealed interface FileImportAct extends Act {
  FileImport upload();

  @Override
  default Subject subject() {
    return new Subject("network-import", upload().getId(), "#" + upload().getId());
  }

  /**
   * It was applied, as a whole.
   *
   * @param added how many prefixes, connections, openings or names
   * @param gone how many prefixes
   */
  @StoredName("NetworkImported")
  record FileImported(FileImport upload, int added, int gone) implements FileImportAct {
    @Override
    public Map<String, String> after() {
      return Map.of(
          "kind", upload.getKind().name(),
          "added", String.valueOf(added),
          "gone", String.valueOf(gone));
    }
  }

  /** It waited for its confirmation and will not be applied. */
  record ImportWithdrawn(FileImport upload) implements FileImportAct {
    @Override
    public Map<String, String> after() {
      return Map.of("kind", upload.getKind().name());
    }
  }
}
