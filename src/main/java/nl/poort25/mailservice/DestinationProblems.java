package nl.poort25.mailservice;

import java.util.List;
import nl.poort25.text.Text;

/**
 * Result of checking a destination for a form: which addresses mail cannot be delivered to, and
 * why.
 *
 * @param obstacles what mail cannot be delivered to; none if it can
 * @param unknown why nothing can be said now; null where something can
 */
record DestinationProblems(List<Obstacle> obstacles, Text unknown) {
  /** Of a service that delivers nowhere. */
  static final DestinationProblems NOT_NEEDED = new DestinationProblems(List.of(), null);

  /**
   * @param found an address, or the host name
   */
  record Obstacle(String found, Text why) {}

  DestinationProblems {
    obstacles = List.copyOf(obstacles);
  }

  static DestinationProblems unknown(Text why) {
    return new DestinationProblems(List.of(), why);
  }

  boolean isKnown() {
    return unknown == null;
  }

  List<String> unreachable() {
    return obstacles.stream().map(Obstacle::found).toList();
  }

  List<Text> why() {
    return obstacles.stream().map(Obstacle::why).toList();
  }
}
