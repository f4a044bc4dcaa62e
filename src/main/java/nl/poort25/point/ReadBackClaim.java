package nl.poort25.point;

import java.util.Optional;
import java.util.function.Supplier;
import nl.poort25.enforcement.PointClaim;
import nl.poort25.enforcement.ReadBackLines;

/**
 * The state that a report says the point holds; for agents that do not say, derived from the
 * read-back.
 */
final class ReadBackClaim {
  private final Point point;
  private final Supplier<ReadBack> reader;
  private ReadBack read;

  /**
   * @param reader reads it back, which may cost much and is not always needed
   */
  ReadBackClaim(Point point, Supplier<ReadBack> reader) {
    this.point = point;
    this.reader = reader;
  }

  ReadBack read() {
    read = read == null ? reader.get() : read;
    return read;
  }

  /** Empty where one of them is no line of a state. */
  Optional<ReadBackLines> lines() {
    return ReadBackLines.parse(point.getTarget(), read().lines());
  }

  /**
   * An agent of before format 2 does not say what its state is. After a turn that went well what it
   * read back is that; but of a state that it fetched here there is no need to ask.
   *
   * @param held whether the point is held already
   */
  PointClaim of(PointReport report, boolean held) {
    String digest = report.stateDigest();
    if (digest == null && isAttested(report) && (held || !point.hasFetched(report.generation()))) {
      digest = read().strange().isEmpty() ? lines().map(ReadBackLines::digest).orElse(null) : null;
    }
    return new PointClaim(report.generation(), digest);
  }

  private static boolean isAttested(PointReport report) {
    return switch (report.outcome()) {
      case APPLIED, KEPT, RESTORED -> true;
      case DRIFTED, OBSERVED, FAILED, REFUSED -> false;
    };
  }
}
