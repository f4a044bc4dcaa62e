package nl.poort25.network;

import java.util.List;

/** Knows what is investigated: implemented by abuse, which stands above this package. */
public interface OpenInvestigations {
  /** All that are open: they are few, and an upload of thousands of lines asks once. */
  List<Investigation> investigations();
}
