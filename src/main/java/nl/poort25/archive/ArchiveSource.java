package nl.poort25.archive;

import java.time.Instant;
import java.util.stream.Stream;
import nl.poort25.setting.Setting;

/** A feature that has rows which move to the archive once they are old. */
public interface ArchiveSource {
  /** How long they stay. */
  Setting keeps();

  /**
   * What may move: old, and needed by no page, point or case. Asked anew in each transaction that
   * moves some, and read only as far as that needs.
   */
  Stream<OldRows> old(Instant before);
}
