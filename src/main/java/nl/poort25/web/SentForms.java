package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Knows which forms have been carried out. The mark of a form is another each time that its page is
 * shown: the same bytes again are the same form, sent once more because nobody knew what had become
 * of it, or by a second click.
 */
public interface SentForms {
  /** The attribute of a request with the digest of its form. */
  String DIGEST = "nl.poort25.sent-form";

  boolean isDone(String digest);

  /** Digest of the form that the current request has sent; empty for none with a mark. */
  static Optional<String> current() {
    var current = CurrentRequest.current();
    return current == null
        ? Optional.empty()
        : Optional.ofNullable((String) current.request().getAttribute(DIGEST));
  }

  /** Of a script the same may be asked again: its page stays. */
  static void begin(BufferedRequest request) {
    if (request.getHeader("HX-Request") == null) {
      request.setAttribute(DIGEST, request.digest());
    }
  }

  /** The page that the form was sent from. */
  static String page(HttpServletRequest request) {
    return request.getAttribute(LocaleResolver.PAGE) instanceof String page ? page : "/";
  }
}
