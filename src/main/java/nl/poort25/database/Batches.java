package nl.poort25.database;

import com.google.common.collect.Lists;
import java.util.List;
import java.util.stream.Stream;

/** Splits values into batches for queries with an {@code in} list. */
public final class Batches {
  private static final int MOST = 500;

  private Batches() {}

  /** Each value once, as many together as one query takes; none of no value. */
  public static <T> List<List<T>> of(Stream<T> values) {
    return Lists.partition(values.distinct().toList(), MOST);
  }
}
