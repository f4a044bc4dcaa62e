package nl.poort25.imports;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** An upload that waited for its confirmation will not be applied. */
public record ImportWithdrawn(FileImport upload) implements Act {
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
    return Map.of("kind", upload.getKind().name());
  }
}
