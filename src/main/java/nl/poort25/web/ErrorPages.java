package nl.poort25.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The page of an error: what happened and what to do, never why inside. */
final class ErrorPages {
  private static final Set<Integer> WORDED = Set.of(403, 404, 405, 409, 413, 415, 429, 503);

  private ErrorPages() {}

  static Page of(int status, String id) {
    var model = new HashMap<String, Object>(Map.of("status", status));
    model.put("id", id);
    model.put("kind", WORDED.contains(status) ? status : status < 500 ? 400 : 500);
    return new Page("web/error.html", model);
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
