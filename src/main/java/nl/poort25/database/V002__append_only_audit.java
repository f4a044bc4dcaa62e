package nl.poort25.database;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Makes the database itself refuse to change or remove an audit entry. In Java, because triggers
 * are what H2 and PostgreSQL write differently.
 */
@SuppressWarnings("checkstyle:TypeName")
class V002__append_only_audit extends BaseJavaMigration {
  @Override
  public void migrate(Context context) throws Exception {
    var connection = context.getConnection();
    boolean postgres =
        connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("PostgreSQL");
    try (var statement = connection.createStatement()) {
      for (String sql : postgres ? POSTGRESQL : H2) {
        statement.execute(sql);
      }
    }
  }

  private static final String[] POSTGRESQL = {
    """
    create function refuse_audit_change() returns trigger language plpgsql as $$
    begin
      raise exception 'audit entries are append-only';
    end $$
    """,
    """
    create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_audit_change()
    """,
    """
    create trigger audit_entry_no_truncate before truncate on audit_entry
    for each statement execute function refuse_audit_change()
    """
  };

  // H2 truncates no table that a foreign key refers to, and has no trigger for it
  private static final String[] H2 = {
    """
    create trigger audit_entry_append_only before update, delete on audit_entry
    for each row call "nl.poort25.database.RefuseChange"
    """,
    "create table audit_anchor (entry_id bigint references audit_entry (id))"
  };
}
