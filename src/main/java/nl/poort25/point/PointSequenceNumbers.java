package nl.poort25.point;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * How far a point may move the numbers of what it gets. It knows higher ones than this database
 * where that was restored from a copy; one that says more than can have been lost is not believed.
 */
@Embeddable
public class PointSequenceNumbers {
  /** No database loses more numbers: a point that says so is not to use them up. */
  private static final long MOST_LOST = 1_000_000;

  // how far it has lifted the numbers since the network role last said what it holds
  private long lifted;

  // of what is said to it besides a state: documents of a lower number are of before
  @Column(name = "document_count")
  private long documentCount = 1;

  protected PointSequenceNumbers() {}

  static PointSequenceNumbers first() {
    return new PointSequenceNumbers();
  }

  /**
   * It holds a state whose number is that much above those that were given here.
   *
   * @throws IllegalArgumentException if that is too much, with what it lifted before
   */
  void recordLift(long numbers) {
    if (numbers > MOST_LOST - lifted) {
      throw new IllegalArgumentException("a point lifts by " + numbers);
    }
    lifted += numbers;
  }

  /** The network role has seen how far it did. */
  void forgetLifts() {
    lifted = 0;
  }

  /** What it gets from now on says something else. */
  void nextDocument() {
    documentCount++;
  }

  /**
   * It has taken a document of that number: what it gets from now on has a higher one, unless that
   * one said the same. A database that was restored from a copy numbers again from where it was.
   *
   * @param enforcing what documents say of the point now
   * @throws IllegalArgumentException for a number far beyond those that were ever given
   */
  void recordDocument(DocumentClaim taken, boolean enforcing) {
    if (taken.count() > documentCount + MOST_LOST) {
      throw new IllegalArgumentException("a point has taken document " + taken.count());
    }
    if (taken.count() > documentCount
        || (taken.count() == documentCount && taken.enforcing() != enforcing)) {
      documentCount = taken.count() + 1;
    }
  }

  long getDocumentCount() {
    return documentCount;
  }
}
