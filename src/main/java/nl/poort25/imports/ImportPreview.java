package nl.poort25.imports;

import java.util.List;
import java.util.stream.Stream;

/**
 * Preview of what importing a CSV would do.
 *
 * @param <L> what becomes of a line
 */
public interface ImportPreview<L> {
  /** Lines that a page shows. */
  int SHOWN = 100;

  /** Where there is one, nothing comes of it. */
  List<LineFault> faults();

  /** In the order of the file. */
  List<L> lines();

  /** All that it would do, so that whoever would do something else says something else. */
  Stream<String> consequences();

  /** Of what it would do; null where that is nothing. */
  default String digest() {
    return faults().isEmpty() ? FileImports.digest(consequences()) : null;
  }

  /** The lines that a page shows. */
  default List<L> shown() {
    return lines().stream().limit(SHOWN).toList();
  }

  /** How many lines it does not show. */
  default int more() {
    return Math.max(0, lines().size() - SHOWN);
  }
}
