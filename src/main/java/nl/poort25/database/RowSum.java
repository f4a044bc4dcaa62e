package nl.poort25.database;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * How many rows a table has, and a sum over what stands in them, whichever order they come in: two
 * databases with the same are as good as certain to have the same rows.
 */
final class RowSum {
  private final List<TableCopy.Column> columns;
  private long count;
  private long sum;

  RowSum(List<TableCopy.Column> columns) {
    this.columns = columns;
  }

  long count() {
    return count;
  }

  /** The row that the cursor is at. */
  void add(ResultSet row) throws SQLException {
    var hasher = Hashing.murmur3_128().newHasher();
    for (int i = 0; i < columns.size(); i++) {
      Object value = columns.get(i).read(row, i + 1);
      hasher.putInt(i);
      if (value instanceof byte[] bytes) {
        hasher.putInt(bytes.length).putBytes(bytes);
      } else if (value != null) {
        hasher.putString(text(value), StandardCharsets.UTF_8);
      } else {
        hasher.putByte((byte) 0);
      }
    }
    sum += hasher.hash().asLong();
    count++;
  }

  private static String text(Object value) {
    return value instanceof Instant at ? at.getEpochSecond() + "." + at.getNano() : "" + value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowSum o && o.count == count && o.sum == sum;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new long[] {count, sum});
  }

  @Override
  public String toString() {
    return "%,d rows, sum %016x".formatted(count, sum);
  }
}
