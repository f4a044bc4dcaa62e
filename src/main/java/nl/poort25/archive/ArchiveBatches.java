package nl.poort25.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;

/**
 * Moves a batch of rows to the archive in one transaction. They are deleted after their lines are
 * on the disk: where it is cut off between, a line stands twice there, and never not at all.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class ArchiveBatches {
  @PersistenceContext EntityManager em;
  private ArchiveFolder folder;

  protected ArchiveBatches() {}

  @Inject
  ArchiveBatches(ArchiveFolder folder) {
    this.folder = folder;
  }

  /**
   * Moves some of what is old.
   *
   * @return how many; 0 where nothing is left, or other nodes are at it
   * @throws ArchiveFault where they stay
   */
  int move(ArchiveSource source, Instant before) {
    return source.old(before).mapToInt(this::move).filter(moved -> moved > 0).findFirst().orElse(0);
  }

  private int move(OldRows rows) {
    return em.unwrap(Session.class).doReturningWork(connection -> move(connection, rows));
  }

  private int move(Connection connection, OldRows rows) throws SQLException {
    var files = new TreeMap<YearMonth, ByteArrayOutputStream>();
    var keys = take(connection, rows, files);
    if (!keys.isEmpty()) {
      files.forEach((month, lines) -> folder.append(rows.kind(), month, lines.toByteArray()));
      delete(connection, rows.kind(), keys);
      recordHorizon(connection, rows);
    }
    return keys.size();
  }

  /** Locks them until the transaction ends, and puts their lines into the files of their months. */
  private static List<Long> take(
      Connection connection, OldRows rows, Map<YearMonth, ByteArrayOutputStream> files)
      throws SQLException {
    var keys = new ArrayList<Long>();
    try (var statement = connection.prepareStatement(rows.select())) {
      set(statement, rows.values());
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          keys.add(row.getLong(rows.kind().key()));
          var moment =
              rows.moment() == null
                  ? rows.before().atOffset(ZoneOffset.UTC)
                  : row.getObject(rows.moment(), OffsetDateTime.class);
          files
              .computeIfAbsent(
                  YearMonth.from(moment.withOffsetSameInstant(ZoneOffset.UTC)),
                  month -> new ByteArrayOutputStream())
              .writeBytes((RowLine.of(row) + "\n").getBytes(UTF_8));
        }
      }
    }
    return keys;
  }

  static void set(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      statement.setObject(
          i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
    }
  }

  private static void delete(Connection connection, ArchiveKind kind, List<Long> keys)
      throws SQLException {
    String delete = "delete from " + kind.table() + " where " + kind.key() + " = ?";
    try (var statement = connection.prepareStatement(delete)) {
      for (long key : keys) {
        statement.setLong(1, key);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void recordHorizon(Connection connection, OldRows rows) throws SQLException {
    try (var statement = connection.prepareStatement(ArchiveHorizons.MOVE)) {
      set(statement, List.of(rows.before(), rows.kind().name(), rows.before()));
      statement.executeUpdate();
    }
  }
}
