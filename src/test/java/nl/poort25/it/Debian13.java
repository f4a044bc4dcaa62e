package nl.poort25.it;

import java.nio.file.Path;

/** Programs of the next Debian, as {@code .ci/setup} unpacks them beside those of this one. */
public final class Debian13 {
  private Debian13() {}

  /**
   * The folder with nft, mawk, gawk, busybox, original-awk, dash, bash, curl and openssl. A test is
   * skipped without it; where {@code CI=true} it fails, unless it could not be had.
   */
  public static Path programs() {
    return Unpacked.programs("debian-13");
  }
}
