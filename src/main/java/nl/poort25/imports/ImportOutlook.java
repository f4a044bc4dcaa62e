package nl.poort25.imports;

import java.util.List;

/** What would come of a file; its page shows more of it. */
public interface ImportOutlook {
  /** Where there is one, nothing comes of it. */
  List<LineFault> faults();
}
