package nl.poort25.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Response wrapper that sends text in gzip to clients that accept it. The container's own would
 * also decompress requests, unchecked and unbounded.
 */
final class GzipResponse extends HttpServletResponseWrapper {
  private static final Set<String> TYPES =
      Set.of(
          "text/html",
          "text/css",
          "text/plain",
          "text/javascript",
          "application/javascript",
          "application/json",
          "image/svg+xml");

  private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");
  private static final Pattern UNWANTED = Pattern.compile("q\\s*=\\s*0(\\.0{0,3})?");
  private static final Pattern PARAMETERS = Pattern.compile(";.*");
  private static final Set<Integer> WITHOUT_BODY_OR_PART = Set.of(204, 206, 304);
  private static final long UNKNOWN = -1;

  private final HttpServletResponse response;
  private GzipStream stream;
  private PrintWriter writer;
  private long length = UNKNOWN;
  private boolean isOver;

  private GzipResponse(HttpServletResponse response) {
    super(response);
    this.response = response;
  }

  /** Lets the request be answered, packed where that is of use. */
  static void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("HEAD")
        || !isTaken(Collections.list(request.getHeaders("Accept-Encoding")))) {
      chain.doFilter(request, response);
      return;
    }
    var packed = new GzipResponse(response);
    chain.doFilter(request, packed);
    packed.end();
  }

  /**
   * Whether gzip is among what a client takes (RFC 9110 12.5.3).
   *
   * @param lines of Accept-Encoding; none says that it takes nothing of the kind
   */
  static boolean isTaken(List<String> lines) {
    Boolean byName = null;
    boolean byStar = false;
    for (String entry : String.join(",", lines).toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = SEMICOLON.split(entry.strip());
      boolean wanted = parts.length == 1 || !UNWANTED.matcher(parts[1]).matches();
      if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
        byName = wanted;
      } else if (parts[0].equals("*")) {
        byStar = wanted;
      }
    }
    return byName == null ? byStar : byName;
  }

  private boolean isOfUse() {
    String type = getContentType();
    return type != null
        && TYPES.contains(
            PARAMETERS.matcher(type).replaceFirst("").strip().toLowerCase(Locale.ROOT))
        && !WITHOUT_BODY_OR_PART.contains(getStatus())
        && !containsHeader("Content-Encoding");
  }

  /** Before the first byte leaves; afterwards the head cannot be changed. */
  private boolean decide() {
    boolean packs = isOfUse();
    if (packs) {
      response.setHeader("Content-Encoding", "gzip");
    } else if (length != UNKNOWN) {
      response.setContentLengthLong(length);
    }
    return packs;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) {
      stream = new GzipStream(response.getOutputStream(), this::decide);
    }
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
    }
    return writer;
  }

  @Override
  public void setContentLength(int bytes) {
    length = bytes;
  }

  @Override
  public void setContentLengthLong(long bytes) {
    length = bytes;
  }

  @Override
  public void setHeader(String name, String value) {
    if (isLength(name)) {
      length = Long.parseLong(value);
    } else {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (isLength(name)) {
      length = Long.parseLong(value);
    } else {
      super.addHeader(name, value);
    }
  }

  private static boolean isLength(String name) {
    return name.equalsIgnoreCase("Content-Length");
  }

  @Override
  public void flushBuffer() {
    // all leaves at the end, or when the buffer is full
  }

  @Override
  public void sendError(int status) throws IOException {
    withdraw();
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    withdraw();
    super.sendError(status, message);
  }

  @Override
  public void resetBuffer() {
    forget();
    super.resetBuffer();
  }

  @Override
  public void reset() {
    forget();
    super.reset();
  }

  /** An error page comes instead, whose head must not say that it is packed. */
  private void withdraw() {
    if (containsHeader("Content-Encoding") && !isCommitted()) {
      super.reset();
    }
    forget();
    isOver = true;
  }

  private void forget() {
    stream = null;
    writer = null;
    length = UNKNOWN;
  }

  private void end() throws IOException {
    if (isOver) {
      return;
    }
    if (writer != null) {
      writer.flush();
    }
    if (stream != null) {
      stream.end();
    } else if (length != UNKNOWN) {
      response.setContentLengthLong(length);
    }
  }
}
