package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * Knows which forms have been carried out. The mark of a form is another each time that its page is
 * shown: the same bytes again are the same form, sent once more because nobody knew what had become
 * of it, or by a second click.
 */
public interface SentForms {
  /** The attribute of a request with its form. */
  String SENT = "nl.poort25.sent-form";

  boolean isDone(String digest);

  /**
   * A form as a request has brought it.
   *
   * @param digest the same each time that it is sent
   * @param request another each time
   */
  record Sent(String digest, String request) {}

  /** What the current request has sent; empty for no form with a mark. */
  static Optional<Sent> current() {
    var current = CurrentRequest.current();
    return current == null
        ? Optional.empty()
        : Optional.ofNullable((Sent) current.request().getAttribute(SENT));
  }

  /** Of a script the same may be asked again: its page stays. */
  static void begin(BufferedRequest request) {
    if (request.getHeader("HX-Request") == null) {
      request.setAttribute(SENT, new Sent(request.digest(), UUID.randomUUID().toString()));
    }
  }

  /** The page that the form was sent from. */
  static String page(HttpServletRequest request) {
    return request.getAttribute(LocaleResolver.PAGE) instanceof String page ? page : "/";
  }
}
