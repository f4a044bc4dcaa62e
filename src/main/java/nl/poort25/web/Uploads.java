package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Forms with files. A path that takes one stands in {@link #PATHS}; its resource has no form
 * parameters, but reads the request with {@link #read}.
 */
@ApplicationScoped
public class Uploads {
  /** Every path that takes files; the {@link Gate} refuses them everywhere else. */
  private static final List<Pattern> PATHS =
      List.of(Pattern.compile("(/backoffice)?/tickets/\\d{1,18}/updates"));

  /** Bytes of a form without its files. */
  static final int FORM = 256 * 1024;

  private int kilobytes;
  private int most;

  protected Uploads() {}

  @Inject
  public Uploads(Settings settings) {
    kilobytes = settings.number(Setting.FILE_LARGEST_KILOBYTES, 1);
    most = settings.number(Setting.FILES_MOST, 1);
    if (largestBody() > Integer.MAX_VALUE / 2) {
      throw new IllegalStateException(
          Setting.FILE_LARGEST_KILOBYTES.key()
              + " times "
              + Setting.FILES_MOST.key()
              + " must stay under a gigabyte");
    }
  }

  /** Makes it now, so that a setting that cannot be used stops the start. */
  void start(@Observes Startup event) {}

  static boolean takenAt(String path) {
    return PATHS.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }

  /** How many kilobytes a file may have. */
  public int kilobytes() {
    return kilobytes;
  }

  /** How many files a form may have. */
  public int most() {
    return most;
  }

  /** Bytes of a form with all that it may carry. */
  long largestBody() {
    return FORM + 1024L * kilobytes * most;
  }

  /**
   * The form of this request, with or without files. How large and how many they are is left to
   * whoever shows the form again: see {@link #kilobytes} and {@link #most}.
   *
   * @param body as JAX-RS gives it to the resource's method: of an encoded form it has taken the
   *     first byte from the request where the body comes later than the headers, to see whether
   *     there is one, so that what the request itself still has begins in the middle of a name
   * @throws BadRequestException if it cannot be read
   */
  public Upload read(HttpServletRequest request, InputStream body) throws IOException {
    int length = (int) request.getContentLengthLong(); // the gate saw to it that it fits
    byte[] bytes = body.readNBytes(length);
    if (bytes.length < length) {
      throw new BadRequestException();
    }
    try {
      String type = request.getContentType();
      return Multipart.is(type) ? Multipart.read(type, bytes) : encoded(bytes);
    } catch (Multipart.Unreadable | IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  /** Of application/x-www-form-urlencoded, in UTF-8 as all pages are. */
  private static Upload encoded(byte[] body) {
    var fields = new HashMap<String, List<String>>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      fields.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
    }
    return new Upload(fields, List.of());
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
