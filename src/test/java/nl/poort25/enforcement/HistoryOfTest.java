package nl.poort25.enforcement;

import java.util.stream.Stream;
import nl.poort25.archive.ArchiveSource;

/** What tests of the packages above need of what moves to the archive. */
public final class HistoryOfTest {
  private HistoryOfTest() {}

  /** The entities that are asked, and those. */
  public static Class<?>[] entities(Class<?>... more) {
    return Stream.concat(
            Stream.of(
                Generation.class,
                GenerationSeries.class,
                LineSpan.class,
                Alarm.class,
                LargeChange.class,
                PointHold.class,
                PendingRebuild.class),
            Stream.of(more))
        .toArray(Class<?>[]::new);
  }

  public static Class<? extends ArchiveSource> source() {
    return OldGenerations.class;
  }
}
