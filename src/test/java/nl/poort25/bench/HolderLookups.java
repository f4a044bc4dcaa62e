package nl.poort25.bench;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import nl.poort25.account.Account;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.database.TestDatabase;
import nl.poort25.network.Cidr;
import nl.poort25.network.ConnectionRange;
import nl.poort25.network.Connections;
import nl.poort25.network.ProviderPrefix;
import org.hibernate.Session;

/**
 * Asks who holds an address and who ever held it, among a few ranges and among many, IPv4 and IPv6
 * by turns: the median of each and their ratio, in one run.
 */
final class HolderLookups {
  private static final Map<String, String> DEFAULTS =
      Map.of("few", "1000", "many", "1000000", "times", "4000");
  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
  private static final int BATCH = 10_000;

  private HolderLookups() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    var options = Options.of(arguments, DEFAULTS);
    int times = options.number("times");
    try (var few = filled(options.number("few"));
        var many = filled(options.number("many"))) {
      median(few, options.number("few"), times); // warms up
      median(many, options.number("many"), times);
      double one = median(few, options.number("few"), times);
      double other = median(many, options.number("many"), times);
      System.out.printf(
          "%d ranges: %.0f microseconds; %d ranges: %.0f microseconds; ratio %.2f%n",
          options.number("few"), one, options.number("many"), other, other / one);
    }
  }

  /** IPv4 for even numbers, IPv6 for odd ones. */
  private static Cidr range(int number) {
    return Cidr.of(
        number % 2 == 0
            ? "%d.%d.%d.%d"
                .formatted(20 + (number >> 24), number >> 16 & 255, number >> 8 & 255, number & 255)
            : "2a00:%x:%x::/56".formatted(number >> 8, (number & 255) << 8));
  }

  private static TestDatabase filled(int ranges) {
    var database =
        new TestDatabase(
            Account.class,
            Partner.class,
            Customer.class,
            nl.poort25.network.Connection.class,
            ConnectionRange.class,
            ProviderPrefix.class);
    database.run(
        em -> {
          em.persist(new Partner("Meetpartner", SINCE));
          em.flush();
          em.unwrap(Session.class).doWork(connection -> fill(connection, ranges));
        });
    return database;
  }

  private static void fill(Connection database, int ranges) throws SQLException {
    try (var connections =
            database.prepareStatement(
                "insert into connection (id, reference, kind, partner_id, added_at, version)"
                    + " values (?, ?, 'BUSINESS_LINE', 1, ?, 0)");
        var held =
            database.prepareStatement(
                "insert into connection_range (connection_id, cidr, first_key, last_key, since,"
                    + " held) values (?, ?, ?, ?, ?, ?)")) {
      var since = Timestamp.from(SINCE);
      for (int number = 1; number <= ranges; number++) {
        connections.setLong(1, number);
        connections.setString(2, "MEET-" + number);
        connections.setTimestamp(3, since);
        connections.addBatch();
        var range = range(number);
        held.setLong(1, number);
        held.setString(2, range.toString());
        held.setString(3, range.firstKey());
        held.setString(4, range.lastKey());
        held.setTimestamp(5, since);
        held.setString(6, range.toString());
        held.addBatch();
        if (number % BATCH == 0 || number == ranges) {
          connections.executeBatch();
          held.executeBatch();
        }
      }
      database.createStatement().execute("analyze");
    }
  }

  /** In microseconds. */
  private static double median(TestDatabase database, int ranges, int times)
      throws ReflectiveOperationException {
    var em = Connections.class.getDeclaredField("em");
    em.setAccessible(true);
    var connections = new Connections();
    var random = new Random(25);
    var took = new long[times];
    for (int i = 0; i < times; i++) {
      var first = range(1 + random.nextInt(ranges)).block().getLower().withoutPrefixLength();
      var asked = Cidr.of(first.toCanonicalString());
      took[i] = database.in(open -> lookUp(connections, em, open, asked));
    }
    Arrays.sort(took);
    return took[times / 2] / 1000.0;
  }

  private static long lookUp(
      Connections connections, java.lang.reflect.Field em, EntityManager open, Cidr asked) {
    try {
      em.set(connections, open);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    long begin = System.nanoTime();
    if (connections.holder(asked, SINCE.plusSeconds(1)).isEmpty()
        || connections.history(asked, 50).isEmpty()) {
      throw new IllegalStateException("nobody holds " + asked);
    }
    return System.nanoTime() - begin;
  }
}
