package nl.poort25.database;

import java.sql.Connection;
import java.sql.SQLException;
import nl.poort25.text.NameCollation;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Gives each name a key by which lists sort it as people read it, in Java because no database folds
 * letters as {@link NameCollation} does. Names of ASCII letters alone are their own key.
 */
@SuppressWarnings("checkstyle:TypeName")
class V031__names_as_people_read_them extends BaseJavaMigration {
  private static final int BATCH = 1000;

  private static final String[] COLUMNS = {
    "alter table registration add column sort_name varchar(1100)%s",
    "alter table mail_service add column sort_name varchar(1100)%s",
    "alter table registration alter column doubted_name set data type varchar(1100)%s",
    "update registration set sort_name = name",
  };

  private static final String[] INDEXES = {
    "update mail_service set sort_name ="
        + " (select r.sort_name from registration r where r.id = mail_service.registration_id)",
    "update registration set doubted_name = sort_name where doubted_name is not null",
    "alter table registration alter column sort_name set not null",
    "alter table mail_service alter column sort_name set not null",
    // those by the A-labels stay where somebody may look for these
    "drop index registration_partner_standing",
    "drop index registration_partner_customer",
    "drop index registration_standing",
    "drop index mail_service_partner_name",
    "drop index mail_service_partner_state",
    "drop index mail_service_state",
    "create index registration_partner_sort on registration (partner_id, sort_name, id)",
    "create index registration_partner_standing on registration"
        + " (partner_id, standing, sort_name, id)",
    "create index registration_partner_customer on registration"
        + " (partner_id, customer_id, sort_name, id)",
    "create index registration_sort on registration (sort_name, id)",
    "create index registration_standing on registration (standing, sort_name, id)",
    "create index mail_service_partner_sort on mail_service (partner_id, sort_name, id)",
    "create index mail_service_partner_state on mail_service (partner_id, state, sort_name, id)",
    "create index mail_service_sort on mail_service (sort_name, id)",
    "create index mail_service_state on mail_service (state, sort_name, id)",
  };

  @Override
  public void migrate(Context context) throws SQLException {
    var connection = context.getConnection();
    String bytewise = Migrations.bytewise(connection);
    run(connection, bytewise, COLUMNS);
    fill(connection);
    run(connection, bytewise, INDEXES);
  }

  private static void run(Connection connection, String bytewise, String... statements)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql.formatted(bytewise));
      }
    }
  }

  private static void fill(Connection connection) throws SQLException {
    try (var select =
            connection.prepareStatement(
                "select id, unicode_name from registration where unicode_name <> name");
        var names = select.executeQuery();
        var update =
            connection.prepareStatement("update registration set sort_name = ? where id = ?")) {
      int waiting = 0;
      while (names.next()) {
        update.setString(1, NameCollation.key(names.getString(2)));
        update.setLong(2, names.getLong(1));
        update.addBatch();
        if (++waiting % BATCH == 0) {
          update.executeBatch();
        }
      }
      update.executeBatch();
    }
  }
}
