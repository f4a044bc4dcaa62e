package nl.poort25.web;

import jakarta.servlet.http.HttpServletResponse;

/** The headers of every answer. */
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'none'; object-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
          + " 'none'";

  private SecurityHeaders() {}

  /**
   * @param asset one of our files, whose URL changes with its content; pages show what only this
   *     reader may see
   * @param secure whether the portal is reached over TLS, and then never without (RFC 6797)
   */
  static void add(HttpServletResponse response, boolean asset, boolean secure) {
    if (secure) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Cache-Control", asset ? "public, max-age=31536000, immutable" : "no-store");
  }
}
