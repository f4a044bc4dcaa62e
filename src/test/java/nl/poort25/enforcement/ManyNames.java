package nl.poort25.enforcement;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.poort25.mailservice.Delivery;
import nl.poort25.mailservice.DeliveryMethod;
import nl.poort25.mailservice.MailServiceKind;
import org.hibernate.Session;

/**
 * Many names of a {@link RelayWorld}, each with a mail service, copied from one by the database.
 */
final class ManyNames {
  /** Names to one destination. */
  private static final int TO_ONE = 20;

  /** Rows of one transaction. */
  private static final int AT_ONCE = 20_000;

  private ManyNames() {}

  static String name(int number) {
    return "klant-%07d.nl".formatted(number);
  }

  static void make(RelayWorld world, int many) {
    long registration = world.register(name(0), true);
    long service =
        world.order(
            registration,
            MailServiceKind.SMTP,
            new Delivery(DeliveryMethod.SMTP, "mail-0.nl", null),
            true);
    world.resolve("mail-0.nl", "192.0.2.25");
    String number = "lpad(cast(x.n as varchar), 7, '0')";
    String name = "'klant-' || " + number + " || '.nl'";
    copy(
        world,
        "relay_destination",
        "destination = 'mail-0.nl'",
        (many + TO_ONE - 1) / TO_ONE,
        Map.of("destination", "'mail-' || cast(x.n as varchar) || '.nl'"));
    copy(
        world,
        "registration",
        "id = " + registration,
        many,
        Map.of(
            "id", registration + " + x.n",
            "name", name,
            "unicode_name", name,
            "sort_name", name,
            "held_name", name,
            "reversed_name", "'nl.klant-' || " + number));
    copy(
        world,
        "mail_service",
        "id = " + service,
        many,
        Map.of(
            "id", service + " + x.n",
            "registration_id", registration + " + x.n",
            "name", name,
            "sort_name", name,
            "destination", "'mail-' || cast(x.n / " + TO_ONE + " as varchar) || '.nl'"));
    // all are to be computed in any case
    world.sql("delete from relay_change where name is not null or destination is not null");
    for (String table : List.of("registration", "mail_service")) {
      world.sql("alter table " + table + " alter column id restart with " + (many + 1000));
    }
  }

  /** Rows from 1 on like that one, but for these columns, in which {@code x.n} is the number. */
  private static void copy(
      RelayWorld world, String table, String which, int many, Map<String, String> others) {
    for (int i = 1; i < many; i += AT_ONCE) {
      copy(world, table, which, i, Math.min(i + AT_ONCE, many) - 1, others);
    }
  }

  private static void copy(
      RelayWorld world,
      String table,
      String which,
      int first,
      int last,
      Map<String, String> others) {
    world.database.run(
        em -> {
          var columns = columns(em, table);
          var values = columns.stream().map(c -> others.getOrDefault(c, "t." + c)).toList();
          boolean identity = columns.contains("id");
          em.createNativeQuery(
                  "insert into %s (%s)%s select %s from %s t, %s where t.%s"
                      .formatted(
                          table,
                          String.join(", ", columns),
                          identity ? " overriding system value" : "",
                          String.join(", ", values),
                          table,
                          isH2(em)
                              ? "(select x as n from system_range(%d, %d)) x".formatted(first, last)
                              : "(select generate_series(%d, %d) as n) x".formatted(first, last),
                          which))
              .executeUpdate();
        });
  }

  private static boolean isH2(EntityManager em) {
    return em.unwrap(Session.class)
        .doReturningWork(c -> c.getMetaData().getDatabaseProductName())
        .equals("H2");
  }

  private static List<String> columns(EntityManager em, String table) {
    return em.unwrap(Session.class).doReturningWork(connection -> columns(connection, table));
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    var columns = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
      for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
        columns.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
      }
    }
    return columns;
  }
}
