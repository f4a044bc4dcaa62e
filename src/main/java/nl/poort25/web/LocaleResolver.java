package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import nl.poort25.text.Languages;

/** In which language, and of which page, a request asks: a cookie remembers the language. */
public final class LocaleResolver {
  static final String COOKIE = "language";

  /** The attribute of a form that was sent: path and query of the page that shows it. */
  static final String PAGE = "nl.poort25.form-page";

  private LocaleResolver() {}

  public static Locale of(HttpServletRequest request) {
    return Cookies.readPreference(request, COOKIE).map(Languages::of).orElse(Languages.DUTCH);
  }

  /**
   * Path and query of the page that was asked for, also where an error page answers for it; of a
   * form that was sent, those of the page that shows it.
   */
  static String pathOf(HttpServletRequest request) {
    String path = (String) request.getAttribute("jakarta.servlet.error.request_uri");
    if (path != null) {
      return path;
    }
    if (request.getAttribute(PAGE) instanceof String page) {
      return page;
    }
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }
}
