package nl.poort25.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What every request passes first: security headers on every answer, no unsafe request that no page
 * of ours has sent, and nothing but the login for a guest (1.4).
 */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true, // enforcement points wait for a change
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class Gate extends HttpFilter {
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  /** First segments of the paths that the container itself answers. */
  private static final Set<String> FOR_MACHINES =
      Set.of("health", "metrics", "openapi", "openapi-ui");

  private static final Pattern PUBLIC =
      Pattern.compile(
          "/(login(/second-factor|/enrolment)?|language|error|invitation/[^/]+|first-administrator/[^/]+"
              + "|password-reset(/[^/]+)?|static/.*|webjars/.*)");
  private static final Pattern FORM =
      Pattern.compile("application/x-www-form-urlencoded(;\\s*charset=\"?utf-8\"?)?");

  /** Bytes, packed or not. */
  private static final long LARGEST_REPORT = 64L * 1024 * 1024;

  /** Bytes; most pages fit, and leave in one piece instead of two. */
  private static final int PAGE_BUFFER = 32 * 1024;

  @Inject transient Settings settings;
  @Inject transient Uploads uploads;
  @Inject transient MonitoringToken monitoring;
  @Inject transient Stopping stopping;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Uploads.path(request);
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      SecurityHeaders.add(response, false);
      chain.doFilter(request, response);
      return;
    }
    SecurityHeaders.add(response, isAsset(path));
    if (request.getAttribute(Faults.ATTRIBUTE) != null) {
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR); // or 503: its page knows
      return;
    }
    if (!stopping.requests().enter()) {
      refuse(path, response);
      return;
    }
    try {
      let(path, request, response, chain);
    } finally {
      stopping.requests().leave();
    }
  }

  /** The portal stops: the next one may be there in a moment. */
  private static void refuse(String path, HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    response.setHeader("Retry-After", "10");
    if (isForPoints(path)) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void let(
      String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isForPoints(path)) {
      pass(request, response, chain);
      return;
    }
    int refusal = refusal(request, path);
    if (refusal != 0) {
      response.sendError(refusal);
    } else if (request.getUserPrincipal() == null
        && !PUBLIC.matcher(path).matches()
        && !isForMachines(path)) {
      toLogin(request, response);
    } else {
      response.setBufferSize(PAGE_BUFFER);
      exchange(request, response, chain);
    }
  }

  /** Paths that take the token of an enforcement point and nothing else: no session counts here. */
  public static boolean isForPoints(String path) {
    return firstSegment(path).equals("enforcement");
  }

  /** Paths that take the token of the provider's own programs and nothing else. */
  static boolean isForMachines(String path) {
    return FOR_MACHINES.contains(firstSegment(path));
  }

  /**
   * In small letters. The container finds its own pages by more ways of writing than one: with a
   * slash at the end, two at the start, or something behind a semicolon.
   *
   * @param path decoded
   */
  private static String firstSegment(String path) {
    return Arrays.stream(path.split("/"))
        .map(segment -> segment.replaceFirst(";.*", ""))
        .filter(segment -> !segment.isBlank() && !segment.equals("."))
        .findFirst()
        .map(segment -> segment.strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /** Paths that answer everybody, or a token, alike: nobody is looked up for them. */
  public static boolean isForNobody(String path) {
    return isForPoints(path) || isAsset(path) || isForMachines(path);
  }

  private static boolean isAsset(String path) {
    return path.startsWith("/webjars/") || path.startsWith("/static/");
  }

  /** What the resource itself does not see to: the method, and a length for what is sent. */
  private static void pass(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean post = request.getMethod().equals("POST");
    if (!post && !request.getMethod().equals("GET")) {
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else if (post && request.getContentLengthLong() < 0) {
      response.setStatus(HttpServletResponse.SC_LENGTH_REQUIRED);
    } else if (post && request.getContentLengthLong() > LARGEST_REPORT) {
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      exchange(request, response, chain);
    }
  }

  private static void exchange(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    new Exchange(request).begin();
    try {
      chain.doFilter(request, response);
    } finally {
      Exchange.end();
    }
  }

  /** The status that answers the request without looking at it further, or 0. */
  private int refusal(HttpServletRequest request, String path) {
    if (!METHODS.contains(request.getMethod())) {
      return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    }
    if (isForMachines(path)) {
      return monitoring.isCarriedBy(request.getHeader("Authorization"))
          ? 0
          : HttpServletResponse.SC_NOT_FOUND;
    }
    if (hasNul(request.getQueryString())) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    return request.getMethod().equals("POST") ? refusalOfPost(request, path) : 0;
  }

  /** A character that no text has and PostgreSQL takes in none, not even to look for it. */
  static boolean hasNul(String query) {
    return query != null && query.contains("%00");
  }

  private int refusalOfPost(HttpServletRequest request, String path) {
    if (!sentByUs(
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Origin"),
        settings.text(Setting.PUBLIC_URL))) {
      return HttpServletResponse.SC_FORBIDDEN;
    }
    if (request.getContentLengthLong() < 0) {
      return HttpServletResponse.SC_LENGTH_REQUIRED;
    }
    String type = request.getContentType();
    boolean files = Multipart.is(type) && uploads.takenAt(path);
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
  static boolean sentByUs(String site, String origin, String publicUrl) {
    return site != null ? site.equals("same-origin") : publicUrl.equals(origin);
  }

  private static void toLogin(HttpServletRequest request, HttpServletResponse response) {
    if ("true".equals(request.getHeader("HX-Request"))) {
      // a fragment of a page cannot show the login: htmx goes there as a whole
      response.setHeader("HX-Redirect", "/login");
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    boolean page = request.getMethod().equals("GET") && !request.getRequestURI().equals("/");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        page
            ? "/login?next=" + URLEncoder.encode(Language.pathOf(request), StandardCharsets.UTF_8)
            : "/login");
  }
}
