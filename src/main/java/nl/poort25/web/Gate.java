package nl.poort25.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What every request passes first: security headers on every answer, no unsafe request that no page
 * of ours has sent, and nothing but the login for a guest (1.4).
 */
@WebFilter("/*")
public class Gate extends HttpFilter {
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final Pattern PUBLIC =
      Pattern.compile(
          "/(login(/second-factor|/enrolment)?|language|error|invitation/[^/]+"
              + "|password-reset(/[^/]+)?|first-administrator/[^/]+|static/.*|webjars/.*)");
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
          + " 'none'";

  @Inject transient Settings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    addHeaders(path, response);
    if (!METHODS.contains(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD, POST");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else if (request.getMethod().equals("POST")
        && !sentByUs(
            request.getHeader("Sec-Fetch-Site"),
            request.getHeader("Origin"),
            settings.text(Setting.PUBLIC_URL))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (request.getUserPrincipal() == null && !PUBLIC.matcher(path).matches()) {
      if ("true".equals(request.getHeader("HX-Request"))) {
        // a fragment of a page cannot show the login: htmx goes there as a whole
        response.setHeader("HX-Redirect", "/login");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      } else {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", login(request));
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private static String login(HttpServletRequest request) {
    boolean page = request.getMethod().equals("GET") && !request.getRequestURI().equals("/");
    return page
        ? "/login?next="
            + java.net.URLEncoder.encode(
                Language.pathOf(request), java.nio.charset.StandardCharsets.UTF_8)
        : "/login";
  }

  /**
   * Whether a page of this portal sent an unsafe request. Sec-Fetch-Site where the browser sends
   * it; over plain HTTP some do not: then Origin must be the configured public URL.
   */
  static boolean sentByUs(String site, String origin, String publicUrl) {
    return site != null ? site.equals("same-origin") : publicUrl.equals(origin);
  }

  private static void addHeaders(String path, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    // assets carry their version in the URL; pages show what only this reader may see
    boolean asset = path.startsWith("/webjars/") || path.startsWith("/static/");
    response.setHeader("Cache-Control", asset ? "public, max-age=31536000, immutable" : "no-store");
  }
}
