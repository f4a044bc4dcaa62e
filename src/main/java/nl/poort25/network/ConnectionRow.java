package nl.poort25.network;

import java.util.List;

/**
 * One line of a list of connections.
 *
 * @param addresses the first few that it has now
 * @param more how many there are beside these
 */
public record ConnectionRow(Connection connection, List<Cidr> addresses, int more) {
  private static final int SHOWN = 3;

  static ConnectionRow of(Connection connection, List<Cidr> all) {
    int shown = Math.min(SHOWN, all.size());
    return new ConnectionRow(connection, all.subList(0, shown), all.size() - shown);
  }
}
