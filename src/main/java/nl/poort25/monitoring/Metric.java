package nl.poort25.monitoring;

import java.util.Locale;

/** Names of what the monitoring is told. */
final class Metric {
  private Metric() {}

  static String name(String name) {
    return "poort25_" + name.toLowerCase(Locale.ROOT);
  }
}
