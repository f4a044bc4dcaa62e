package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.poort25.network.Cidr;
import nl.poort25.web.MalformedInput;

/**
 * One try of a prober, as a line of its report: {@code 1764000000 192.0.2.9 answered 220 mx ESMTP}.
 *
 * @param banner printable ASCII; null where nothing was said within 30 s (15 s by older probers)
 */
public record ProbeResult(Instant at, String address, Outcome outcome, String banner) {
  /** What came of it. */
  public enum Outcome {
    ANSWERED,
    REFUSED,
    SILENT,
    UNREACHABLE
  }

  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{1,11}) ([0-9a-f.:]{2,45}) (answered|refused|silent|unreachable)(?: ([ -~]{0,200}))?");

  /** Lines that are none are left out: they prove nothing. */
  static List<ProbeResult> read(byte[] raw) {
    var tries = new ArrayList<ProbeResult>();
    for (String text : new String(raw, US_ASCII).split("\n")) {
      var line = LINE.matcher(text);
      if (line.matches() && isAddress(line.group(2))) {
        String banner = line.group(4);
        tries.add(
            new ProbeResult(
                Instant.ofEpochSecond(Long.parseLong(line.group(1))),
                line.group(2),
                Outcome.valueOf(line.group(3).toUpperCase(Locale.ROOT)),
                banner == null || banner.isBlank() ? null : banner.strip()));
      }
    }
    return tries;
  }

  private static boolean isAddress(String text) {
    try {
      return Cidr.parseAddress(text).toString().equals(text);
    } catch (MalformedInput e) {
      return false;
    }
  }
}
