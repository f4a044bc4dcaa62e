package nl.poort25.imports;

import java.util.List;

/** Preview of what importing a file would do. */
public interface ImportPreview {
  /** Where there is one, nothing comes of it. */
  List<LineFault> faults();
}
