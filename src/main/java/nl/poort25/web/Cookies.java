package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * The portal's cookies. Behind TLS their names begin with {@code __Host-}: a browser then takes
 * them from this host alone, whole and over TLS, so that no other host of the domain can put one
 * there (RFC 6265bis 4.1.3.2).
 */
@ApplicationScoped
public class Cookies {
  private static final String PREFIX = "__Host-";

  private boolean secure;

  protected Cookies() {}

  @Inject
  public Cookies(Settings settings) {
    secure = settings.text(Setting.PUBLIC_URL).startsWith("https:");
  }

  /** Whether the public URL is https. */
  boolean areSecure() {
    return secure;
  }

  /** The name under which the browser has it. */
  public String name(String plain) {
    return secure ? PREFIX + plain : plain;
  }

  /** The value that the browser sent, or empty. */
  public Optional<String> read(HttpServletRequest request, String plain) {
    return read(request.getCookies(), name(plain));
  }

  static Optional<String> read(Cookie[] cookies, String name) {
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** A preference, which may be of the time before the prefix: nothing rests on it. */
  static Optional<String> readPreference(HttpServletRequest request, String plain) {
    var cookies = request.getCookies();
    return read(cookies, PREFIX + plain).or(() -> read(cookies, plain));
  }

  /**
   * @param age how long the browser keeps it; null until it is closed
   */
  public Cookie make(String plain, String value, Duration age) {
    var cookie = new Cookie(name(plain), value);
    cookie.setPath("/");
    cookie.setMaxAge(age == null ? -1 : (int) age.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  /** Takes it from the browser. */
  public Cookie drop(String plain) {
    return make(plain, "", Duration.ZERO);
  }
}
