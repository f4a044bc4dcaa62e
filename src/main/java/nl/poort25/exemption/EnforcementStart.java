package nl.poort25.exemption;

import java.time.Instant;

/** Knows since when firewalls do what the portal decides: implemented by the points, above. */
public interface EnforcementStart {
  /** Null where none does so yet. */
  Instant firstEnforcement();
}
