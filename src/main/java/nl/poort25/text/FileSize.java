package nl.poort25.text;

/** How large a file is or may be, as one says it: "256 kB", "10 MB", "1,5 MB". */
public final class FileSize {
  private FileSize() {}

  /** Of 1,000 or 1,024 bytes; what is no whole number of megabytes is rounded down. */
  public static Text of(long kilobytes) {
    if (kilobytes < 1000) {
      return Text.of("web.kilobytes", kilobytes);
    }
    double exact = kilobytes % 1024 == 0 ? kilobytes / 1024.0 : kilobytes / 1000.0;
    return Text.of("web.megabytes", Math.floor(exact * 10) / 10);
  }
}
