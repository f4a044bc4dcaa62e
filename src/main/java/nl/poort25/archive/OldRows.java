package nl.poort25.archive;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of one kind that may move to the archive.
 *
 * @param where a condition in SQL, which an index answers
 * @param values of its parameters
 * @param moment the column that says in which month's file a row is; null: in that of {@code
 *     before}
 * @param order in which they move: the first columns of that index, or all old rows are sorted
 * @param before from then on the table has all that there is
 */
public record OldRows(
    ArchiveKind kind,
    String where,
    List<Object> values,
    String moment,
    String order,
    Instant before) {
  public OldRows {
    values = List.copyOf(values);
  }

  /** Those with an earlier moment in that column. */
  public static OldRows by(ArchiveKind kind, String moment, Instant before) {
    // without a lower bound H2 reads all that have none
    String where = "%1$s >= ? and %1$s < ?".formatted(moment);
    return new OldRows(kind, where, List.of(Instant.EPOCH, before), moment, moment, before);
  }

  /** Those of them for which that holds too. */
  public OldRows and(String condition, Object... more) {
    return new OldRows(
        kind,
        where + " and " + condition,
        Stream.concat(values.stream(), Stream.of(more)).toList(),
        moment,
        order,
        before);
  }

  /** For whoever deletes nothing meanwhile: another node takes others. */
  String select() {
    return "select * from %s where %s order by %s fetch first %d rows only for update skip locked"
        .formatted(kind.table(), where, order, kind.most());
  }
}
