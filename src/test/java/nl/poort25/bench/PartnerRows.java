package nl.poort25.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Random;
import nl.poort25.account.PasswordHashes;
import nl.poort25.account.Role;
import nl.poort25.network.Cidr;
import nl.poort25.network.ConnectionKind;

/** Partners with their people, customers and connections, and the provider's staff. */
final class PartnerRows {
  private static final int HALF = 3;

  private final Connection database;
  private final ProviderSize size;
  private final Names names;

  PartnerRows(Connection database, ProviderSize size, Random random) {
    this.database = database;
    this.size = size;
    names = new Names(random);
  }

  void write() throws SQLException {
    partners();
    people();
    customers();
    connections();
  }

  private void partners() throws SQLException {
    try (var rows = new BulkTable(database, "partner", "id,name,locked,created_at,version")) {
      for (int p = 1; p <= size.partners(); p++) {
        rows.add(p, "Partner " + p, p % 100 == 50, size.past(p, size.partners()), 0);
      }
    }
  }

  private void people() throws SQLException {
    String hash = PasswordHashes.hash(LargeProvider.PASSWORD);
    try (var rows =
        new BulkTable(
            database,
            "account",
            "id,partner_id,email,name,roles,language,password_hash,stamp,locked,totp_last_step,"
                + "created_at,last_login_at,version")) {
      int id = 0;
      for (var role : new Role[] {Role.REVIEWER, Role.NETWORK, Role.ADMINISTRATOR, Role.AUDITOR}) {
        String name = role.name().toLowerCase(Locale.ROOT);
        rows.add(
            ++id,
            null,
            name + "@large.example",
            "Staff " + name,
            role.name(),
            "nl",
            hash,
            0,
            false,
            0,
            size.now(),
            null,
            0);
      }
      for (int p = 1; p <= size.partners(); p++) {
        for (String who : new String[] {"admin", "user"}) {
          boolean admin = who.equals("admin");
          rows.add(
              ++id,
              p,
              who + p + "@large.example",
              (admin ? "Beheerder " : "Gebruiker ") + p,
              admin ? Role.PARTNER_ADMIN + "," + Role.PARTNER_USER : Role.PARTNER_USER.name(),
              p % 2 == 0 ? "en" : "nl",
              admin || p % HALF == 0 ? hash : null,
              0,
              !admin && p % 7 == 0,
              0,
              size.past(p, size.partners()),
              admin ? size.now() : null,
              0);
        }
      }
    }
  }

  private void customers() throws SQLException {
    try (var rows = new BulkTable(database, "customer", "id,partner_id,name,lower_name")) {
      for (int c = 1; c <= size.customers(); c++) {
        String name = names.customer(c);
        rows.add(c, size.partnerOf(c), name, name.toLowerCase(Locale.ROOT));
      }
    }
  }

  private void connections() throws SQLException {
    var kinds = ConnectionKind.values();
    try (var prefixes =
            new BulkTable(database, "prefix", "id,cidr,first_key,last_key,origin,added_at,held");
        var rows =
            new BulkTable(
                database,
                "connection",
                "id,reference,kind,partner_id,customer_id,site,added_at,ended_at,ended,version");
        var ranges =
            new BulkTable(
                database,
                "connection_range",
                "id,connection_id,cidr,first_key,last_key,since,until,held")) {
      var network = Cidr.parse("10.0.0.0/8");
      prefixes.add(1, network, network.firstKey(), network.lastKey(), "HAND", size.now(), network);
      for (int c = 1; c <= size.connections(); c++) {
        boolean ended = c % 20 == 0;
        rows.add(
            c,
            "Z%07d".formatted(c),
            kinds[c % kinds.length],
            size.partnerOf(c),
            c % HALF == 0 ? null : size.customerOf(c),
            c % 2 == 0 ? null : "Dorpsstraat " + c,
            size.past(c, size.connections()),
            ended ? size.now() : null,
            ended,
            0);
        var range = Cidr.parse(address(c * 4) + "/30");
        ranges.add(
            c,
            c,
            range,
            range.firstKey(),
            range.lastKey(),
            size.past(c, size.connections()),
            ended ? size.now() : null,
            ended ? null : range);
      }
    }
  }

  /** Of 10.0.0.0/8; four of them are a connection's. */
  static String address(int number) {
    return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
  }
}
