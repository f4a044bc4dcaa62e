package nl.poort25.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies the audit log: each entry by its seal, the seals by their chain, the chain by its
 * anchors. It reads one snapshot of the database, whatever is written meanwhile.
 */
final class LogCheck {
  private static final int MOST_FAULTS = 200;
  private static final int FETCHED = 1000;
  private static final String ROWS =
      "select s.entry_id, s.mac, s.position, s.chain, e.id, e.happened_at, e.actor_id,"
          + " e.actor_name, e.actor_staff, e.actor_address, e.act, e.subject_type, e.subject_id,"
          + " e.subject_label, e.partner_id, e.before_values, e.after_values, e.policy_version"
          + " from audit_seal s left join audit_entry e on e.id = s.entry_id ";

  private final Connection connection;
  private final AuditKey key;
  private final Map<Long, List<Anchor>> anchors = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private long found;
  private long sealed;
  private long waiting;
  private String chain = AuditChain.START;
  private boolean newer;

  private LogCheck(Connection connection, AuditKey key) {
    this.connection = connection;
    this.key = key;
  }

  /**
   * @param entries of the log that have a place in the chain
   * @param waiting those that have none yet
   * @param faults in words, at most 200 of them
   * @param all how many faults there are
   */
  record Outcome(long entries, long waiting, List<String> faults, long all) {}

  /**
   * @param connection its transaction is ended
   * @param lines anchors that were kept elsewhere; blank ones say nothing
   */
  static Outcome of(Connection connection, AuditKey key, List<String> lines) throws SQLException {
    var check = new LogCheck(connection, key);
    connection.setAutoCommit(false);
    // less is one state of each table alone on H2, and the end of the chain would be a later one
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    try {
      check.readAnchors(lines);
      check.walk();
      check.end();
      check.walkWaiting();
      check.withoutSeal();
    } finally {
      connection.rollback();
    }
    return new Outcome(check.sealed, check.waiting, List.copyOf(check.faults), check.found);
  }

  private void fault(String text) {
    found++;
    if (faults.size() < MOST_FAULTS) {
      faults.add(text);
    }
  }

  private void readAnchors(List<String> lines) throws SQLException {
    for (String line : lines) {
      if (!line.isBlank()) {
        Anchor.parse(line)
            .ifPresentOrElse(this::add, () -> fault("this line is no anchor: " + line.strip()));
      }
    }
    try (var query = query("select position, chain, made_at, signature from chain_anchor");
        var rows = query.executeQuery()) {
      while (rows.next()) {
        add(
            Anchor.of(
                rows.getLong(1),
                rows.getString(2),
                rows.getObject(3, OffsetDateTime.class).toInstant(),
                rows.getString(4)));
      }
    }
  }

  private void add(Anchor anchor) {
    if (anchor.isSignedBy(key)) {
      anchors.computeIfAbsent(anchor.getPosition(), at -> new ArrayList<>()).add(anchor);
    } else {
      fault("the key of this log did not sign the anchor " + anchor.line());
    }
  }

  private void walk() throws SQLException {
    try (var query = query(ROWS + "where s.position is not null order by s.position");
        var rows = query.executeQuery()) {
      long last = 0;
      while (rows.next()) {
        sealed++;
        long position = rows.getLong("position");
        if (position != last + 1) {
          fault("seals are missing between position " + last + " and " + position);
        }
        last = position;
        entry(rows);
        link(rows, position);
      }
      anchors.keySet().stream()
          .sorted()
          .forEach(at -> fault("the log ends before the anchor at position " + at));
    }
  }

  private void entry(ResultSet row) throws SQLException {
    long id = row.getLong("entry_id");
    row.getLong("id");
    if (row.wasNull()) {
      fault("entry " + id + " was removed");
    } else if (!key.seal(read(row)).equals(row.getString("mac"))) {
      fault("entry " + id + " was changed, or not written by the portal");
    }
  }

  private void link(ResultSet row, long position) throws SQLException {
    long id = row.getLong("entry_id");
    newer |= id > key.oldUntil();
    if (newer && id <= key.oldUntil()) {
      fault("entry " + id + " of before the seal stands behind later ones, at " + position);
    }
    String stored = row.getString("chain");
    if (!key.link(chain, position, id, row.getString("mac")).equals(stored)) {
      fault("the chain is broken at position " + position + ", entry " + id);
    }
    chain = stored == null ? "" : stored;
    var kept = anchors.remove(position);
    if (kept != null) {
      for (var anchor : kept) {
        if (!anchor.getChain().equals(chain)) {
          fault("the chain is another than when this anchor was made: " + anchor.line());
        }
      }
    }
  }

  private void end() throws SQLException {
    try (var query = query("select position, chain from audit_chain");
        var rows = query.executeQuery()) {
      if (!rows.next()) {
        fault("the end of the chain is missing");
      } else if (rows.getLong(1) != sealed || !rows.getString(2).equals(chain)) {
        fault("the chain ends at " + sealed + ", and was said to end at " + rows.getLong(1));
      }
    }
  }

  private void walkWaiting() throws SQLException {
    try (var query = query(ROWS + "where s.position is null order by s.entry_id");
        var rows = query.executeQuery()) {
      while (rows.next()) {
        waiting++;
        entry(rows);
      }
    }
  }

  private void withoutSeal() throws SQLException {
    // those of before the seal get theirs in the first rounds
    try (var query =
            query(
                "select e.id from audit_entry e where not exists (select 1 from audit_seal s"
                    + " where s.entry_id = e.id) and e.id > (select max(c.copied_until)"
                    + " from audit_chain c) order by e.id");
        var rows = query.executeQuery()) {
      while (rows.next()) {
        long id = rows.getLong(1);
        if (id > key.oldUntil() || newer) {
          fault("entry " + id + " has no seal: not written by the portal, or it was removed");
        } else {
          waiting++;
        }
      }
    }
  }

  private PreparedStatement query(String sql) throws SQLException {
    var statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    statement.setFetchSize(FETCHED); // PostgreSQL would bring all of them at once
    return statement;
  }

  private static SealedEntry read(ResultSet row) throws SQLException {
    return new SealedEntry(
        row.getLong("id"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        number(row, "actor_id"),
        row.getString("actor_name"),
        row.getBoolean("actor_staff"),
        row.getString("actor_address"),
        row.getString("act"),
        row.getString("subject_type"),
        row.getLong("subject_id"),
        row.getString("subject_label"),
        number(row, "partner_id"),
        row.getString("before_values"),
        row.getString("after_values"),
        row.getString("policy_version"));
  }

  private static Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
