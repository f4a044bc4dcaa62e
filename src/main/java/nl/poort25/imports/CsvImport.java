package nl.poort25.imports;

import java.time.Instant;

/** One kind of CSV: what a file of it would do, and doing it. */
public interface CsvImport {
  ImportPreview<?> preview(String text, Instant now);

  /**
   * All of it, or nothing.
   *
   * @param digest of the preview that was shown
   * @param by who applies it: for an import that wants another than who uploaded the file. The
   *     audit log knows by itself who it was
   * @return how many there are, of what is said at the end
   * @throws nl.poort25.web.Conflict if something else would come of it by now
   */
  int apply(long id, String digest, long by, Instant now);
}
