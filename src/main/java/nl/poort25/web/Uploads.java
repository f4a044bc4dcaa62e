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
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Forms with files. A path that takes one stands in {@link #places}; its resource has no form
 * parameters, but reads the request with {@link #read}.
 */
@ApplicationScoped
public class Uploads {
  /** Bytes of a form without its files. */
  static final int FORM = 256 * 1024;

  /** Bytes of a body: it is held in one array. */
  private static final long MOST = 1L << 30;

  /**
   * Where files come.
   *
   * @param files bytes of all of them
   * @param texts bytes of what is typed
   */
  private record Place(Pattern path, long files, long texts) {}

  /** Every path that takes files; the {@link Gate} refuses them everywhere else. */
  private List<Place> places;

  private int kilobytes;
  private int most;

  protected Uploads() {}

  @Inject
  public Uploads(Settings settings) {
    kilobytes = settings.number(Setting.FILE_LARGEST_KILOBYTES);
    most = settings.number(Setting.FILES_MOST);
    long updates = within(1024L * kilobytes * most, Setting.FILE_LARGEST_KILOBYTES);
    places =
        List.of(
            new Place(Pattern.compile("(/backoffice)?/tickets/\\d{1,18}/updates"), updates, FORM),
            single(
                "/backoffice/(prefixes|connections|exemptions|domains)/imports",
                settings,
                Setting.IMPORT_KILOBYTES),
            single("/backoffice/abuse/reports", settings, Setting.REPORT_FILE_KILOBYTES));
  }

  /**
   * A path that takes one file, or its content pasted. More than the page takes gets through to it,
   * within bounds, for it to say what is too large and what to do.
   */
  private static Place single(String path, Settings settings, Setting largest) {
    long bytes = within(2048L * settings.number(largest), largest);
    return new Place(Pattern.compile(path), bytes, FORM + bytes);
  }

  private static long within(long bytes, Setting setting) {
    if (bytes > MOST - FORM) {
      throw new IllegalStateException(
          setting.key() + " is too large: a form with its files must stay under a gigabyte");
    }
    return bytes;
  }

  /** Makes it now, so that a setting that cannot be used stops the start. */
  void start(@Observes Startup event) {}

  /** The path that the container dispatches on: the raw one may hide another behind /../ */
  public static String path(HttpServletRequest request) {
    return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
  }

  boolean acceptsFilesAt(String path) {
    return place(path).isPresent();
  }

  /** Bytes of a form with all that it may carry there. */
  long largestBody(String path) {
    return FORM + place(path).map(Place::files).orElse(0L);
  }

  /** Bytes of the largest form that is taken anywhere. */
  long largestBody() {
    return FORM + places.stream().mapToLong(Place::files).max().orElse(0);
  }

  private Optional<Place> place(String path) {
    return places.stream().filter(place -> place.path().matcher(path).matches()).findFirst();
  }

  /** How many kilobytes a file of a message may have. */
  public int kilobytes() {
    return kilobytes;
  }

  /** How many files a message may have. */
  public int most() {
    return most;
  }

  /**
   * The form of this request, with or without files. How large and how many they are is left to
   * whoever shows the form again.
   *
   * @param body as JAX-RS gives it to the resource's method: it has looked at the first byte
   * @throws BadRequestException if it cannot be read
   */
  public Upload read(HttpServletRequest request, InputStream body) throws IOException {
    int length = (int) request.getContentLengthLong(); // the gate saw to it that it fits
    byte[] bytes = new byte[length];
    if (body.readNBytes(bytes, 0, length) < length) {
      throw new BadRequestException();
    }
    try {
      String type = request.getContentType();
      if (!Multipart.isMultipart(type)) {
        return encoded(bytes);
      }
      long texts = place(path(request)).map(Place::texts).orElse((long) FORM);
      return Multipart.read(type, bytes, texts);
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
