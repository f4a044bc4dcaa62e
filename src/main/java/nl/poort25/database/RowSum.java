package nl.poort25.database;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * How many rows a table has, and a sum over what stands in them, whichever order they come in: two
 * databases with the same are as good as certain to have the same rows.
 */
final class RowSum {
  private long count;
  private long sum;

  long count() {
    return count;
  }

  /**
   * @param row its values in the order of the columns, null for none
   */
  void add(List<Object> row) {
    var hasher = Hashing.murmur3_128().newHasher();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
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
