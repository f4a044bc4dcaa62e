package nl.poort25.database;

import java.util.Locale;
import java.util.Optional;

/** The portal's settings, for its command-line programs. */
public final class ProgramSettings {
  private ProgramSettings() {}

  /** As the portal reads them: a system property, or the variable POORT25_DB_URL. */
  public static Optional<String> find(String key) {
    String variable = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Optional.ofNullable(System.getProperty(key, System.getenv(variable)));
  }
}
