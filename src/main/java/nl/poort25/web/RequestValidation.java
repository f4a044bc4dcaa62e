package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Checks the head of a request for the {@link Gate}: method, origin, content type and size, before
 * its body is read.
 */
@ApplicationScoped
class RequestValidation {
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final Pattern PUBLIC =
      Pattern.compile(
          "/(login(/second-factor|/enrolment)?|language|error|invitation/[^/]+|first-administrator/[^/]+"
              + "|password-reset(/[^/]+)?|static/.*|webjars/.*)");
  private static final Pattern FORM =
      Pattern.compile("application/x-www-form-urlencoded(;\\s*charset=\"?utf-8\"?)?");

  /** Where forms go: the container would read any other sign a second time. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/_.~-]+");

  /** Where a point sends a report, the one body that may be packed. */
  private static final String REPORT = "/enforcement/report";

  /** Bytes, packed or not. */
  private static final long LARGEST_REPORT = 16L * 1024 * 1024;

  @Inject Settings settings;
  @Inject Uploads uploads;
  @Inject MonitoringToken monitoring;

  /** Whether a guest may go there, to be answered by it or refused. */
  boolean isForGuests(String path) {
    return PUBLIC.matcher(path).matches() || Gate.isForMachines(path);
  }

  /** The status that answers the request without looking at it further, or 0. */
  int refusal(HttpServletRequest request, String path) {
    if (!METHODS.contains(request.getMethod())) {
      return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    }
    boolean post = request.getMethod().equals("POST");
    if (Gate.isForMachines(path)) {
      return !monitoring.isCarriedBy(request.getHeader("Authorization"))
          ? HttpServletResponse.SC_NOT_FOUND
          : post ? HttpServletResponse.SC_METHOD_NOT_ALLOWED : 0;
    }
    if (hasNul(request.getQueryString())) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    return post ? refusalOfPost(request, path) : 0;
  }

  /** A character that no text has and PostgreSQL takes in none, not even to look for it. */
  static boolean hasNul(String query) {
    return query != null && query.contains("%00");
  }

  private int refusalOfPost(HttpServletRequest request, String path) {
    if (!isSentByUs(
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Origin"),
        settings.text(Setting.PUBLIC_URL))) {
      return HttpServletResponse.SC_FORBIDDEN;
    }
    if (!PLAIN.matcher(path).matches()) {
      return HttpServletResponse.SC_NOT_FOUND;
    }
    if (!request.isAsyncSupported() || Gate.isAsset(path) || path.equals("/error")) {
      return HttpServletResponse.SC_METHOD_NOT_ALLOWED; // no form goes there
    }
    if (ContentEncoding.of(request) != ContentEncoding.NONE) {
      return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
    }
    if (request.getContentLengthLong() < 0) {
      return HttpServletResponse.SC_LENGTH_REQUIRED;
    }
    String type = request.getContentType();
    boolean files = Multipart.isMultipart(type) && uploads.acceptsFilesAt(path);
    if (request.getContentLengthLong() > (files ? uploads.largestBody(path) : Uploads.FORM)) {
      return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    }
    // a button alone, without any field, comes as an empty body that some clients give no type
    boolean form =
        type == null
            ? request.getContentLengthLong() == 0
            : FORM.matcher(type.toLowerCase(Locale.ROOT)).matches();
    return form || files ? 0 : HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
  }

  /**
   * Whether a page of this portal sent an unsafe request. Sec-Fetch-Site where the browser sends
   * it; over plain HTTP some do not: then Origin must be the configured public URL.
   */
  static boolean isSentByUs(String site, String origin, String publicUrl) {
    return site != null ? site.equals("same-origin") : publicUrl.equals(origin);
  }

  /** The same of a point's, whose resource sees to all else. */
  int refusalOfPoint(HttpServletRequest request, String path) {
    boolean post = request.getMethod().equals("POST");
    if (!post && !request.getMethod().equals("GET")) {
      return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    }
    if (post && ContentEncoding.of(request) != ContentEncoding.NONE && !path.equals(REPORT)) {
      return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
    }
    if (post && request.getContentLengthLong() < 0) {
      return HttpServletResponse.SC_LENGTH_REQUIRED;
    }
    return post && request.getContentLengthLong() > LARGEST_REPORT
        ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
        : 0;
  }
}
