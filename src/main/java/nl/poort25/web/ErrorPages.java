package nl.poort25.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;

/** The page of an error: what happened and what to do, never why inside. */
final class ErrorPages {
  /** When a browser or an enforcement point may ask again. */
  static final String SECONDS_TO_WAIT = "10";

  private static final Set<Integer> WORDED = Set.of(403, 404, 405, 409, 413, 415, 429, 503);

  private ErrorPages() {}

  static Page of(int status, String id) {
    String kind = "" + (WORDED.contains(status) ? status : status < 500 ? 400 : 500);
    return page(status, kind, id);
  }

  /** Of a 503: the database is away or busy, which the page says without asking it anything. */
  static Page of(DatabaseFault fault, String id) {
    return page(
        HttpServletResponse.SC_SERVICE_UNAVAILABLE, fault.name().toLowerCase(Locale.ROOT), id);
  }

  private static Page page(int status, String kind, String id) {
    return Page.of("web/error.html").with("status", status).with("kind", kind).with("id", id);
  }

  /** Without a template, in both languages. */
  static String plain(String id) {
    return "<!DOCTYPE html><html lang=\"nl\"><meta charset=\"UTF-8\"><title>Fout - Error</title>"
        + "<p>Er ging iets mis aan onze kant. <span lang=\"en\">Something went wrong on our side."
        + "</span> ("
        + id
        + ")</p></html>";
  }
}
