package nl.poort25.web;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.poort25.text.Truncation;
import nl.poort25.web.Suspicion.Kind;

/**
 * The outermost servlet filter (web.xml): reports answers that look like an attack to the security
 * log and changes nothing.
 */
public class SecurityLogFilter extends HttpFilter {
  /** The attribute of a request with the e-mail address of who is signed in. */
  public static final String WHO = "nl.poort25.who";

  /** The attribute of a request that a resource refused because of the role. */
  static final String ROLE = "nl.poort25.role-refused";

  private static final Pattern LINK =
      Pattern.compile("/(invitation|password-reset|first-administrator)/[^/]+");
  private static final Pattern NUMBERED = Pattern.compile(".*/[0-9]+(/.*)?");
  private static final Pattern MACHINES = Pattern.compile("/+(health|metrics|openapi)\\b.*");

  /** Longer than any noun of ours: it may be a token. */
  private static final Pattern SECRET = Pattern.compile("[^/]{25,}");

  private static final int LONGEST = 120;

  @Inject transient ClientAddress client;
  @Inject transient Event<Suspicion> suspicions;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } finally {
      // one that waits for an answer has no status yet; one that was refused at once has
      look(request, response.getStatus());
    }
  }

  private void look(HttpServletRequest request, int status) {
    if (status < 400) {
      return;
    }
    String path = Uploads.path(request);
    boolean role = request.getAttribute(ROLE) != null;
    boolean signedIn = request.getAttribute(WHO) != null;
    kind(path, status, role, signedIn)
        .ifPresent(
            kind ->
                suspicions.fire(
                    new Suspicion(
                        kind,
                        client.addressOf(request),
                        signedIn ? (String) request.getAttribute(WHO) : "",
                        place(request.getMethod(), path))));
  }

  /** Empty for a status that anybody may cause by a slip. */
  static Optional<Kind> kind(String path, int status, boolean role, boolean signedIn) {
    return Optional.ofNullable(
        switch (status) {
          case 401 ->
              path.equals("/enforcement/history")
                  ? Kind.MONITORING_TOKEN
                  : path.startsWith("/enforcement/") ? Kind.POINT_TOKEN : null;
          case 403 -> role ? Kind.ROLE_REFUSED : Kind.CROSS_SITE;
          case 404 -> notFound(path, signedIn);
          case 429 -> Kind.TOO_OFTEN;
          default -> null;
        });
  }

  private static Kind notFound(String path, boolean signedIn) {
    if (MACHINES.matcher(path).matches()) {
      return Kind.MONITORING_TOKEN;
    }
    if (LINK.matcher(path).matches()) {
      return Kind.LINK_REFUSED;
    }
    return signedIn && NUMBERED.matcher(path).matches() ? Kind.NOT_THEIRS : null;
  }

  /** What was asked for, without what may be a token in it. */
  public static String place(String method, String path) {
    String plain = SECRET.matcher(path.replaceAll("[^\\x21-\\x7e]", "?")).replaceAll("…");
    String verb = method.matches("[A-Z]{3,10}") ? method : "?";
    return Truncation.to(LONGEST, verb + " " + plain);
  }
}
