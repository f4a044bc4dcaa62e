package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Answers requests without a valid session: a page is redirected to the login, a form keeps its
 * fields on the login page, a script gets a notice.
 */
@ApplicationScoped
class SignedOutHandler {
  /** Of htmx: no further polling. */
  private static final int STOP = 286;

  @Inject RequestValidation admission;
  @Inject FormMarks marks;
  @Inject Settings settings;
  @Inject Templates templates;

  /**
   * Whether the body is read to keep what was typed: one with files only of a browser that was
   * signed in, so that no stranger makes the portal read such.
   */
  boolean isBodyKept(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && request.getContentLengthLong() > 0
        && !isByScript(request)
        && (request.getContentLengthLong() <= Uploads.FORM || marks.wasSignedIn(request));
  }

  /**
   * The request as it came, or a {@link SignedOutForm} where who sends it is not whom its form was
   * shown to.
   *
   * @param path decoded
   */
  HttpServletRequest wrapIfSignedOut(String path, HttpServletRequest request) {
    // who carries a token has no session that could be over
    if (Gate.isForNobody(path) || !(request instanceof BufferedRequest received)) {
      return request;
    }
    var mark = marks.read(received.mark());
    mark.ifPresent(
        found -> {
          request.setAttribute(LocaleResolver.PAGE, found.page());
          SentForms.begin(received);
        });
    if (admission.isForGuests(path)) {
      return request;
    }
    boolean guest = request.getAttribute("user") == null;
    return guest || (mark.isPresent() && marks.isOfAnother(request, mark.get()))
        ? SignedOutForm.of(request, mark.orElse(null), login(formPage(request)))
        : request;
  }

  void toLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (isByScript(request)) {
      say(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        login(
            request.getMethod().equals("GET")
                ? LocaleResolver.pathOf(request)
                : formPage(request)));
  }

  /** The login page that leads there afterwards. */
  static String login(String next) {
    return next.equals("/")
        ? "/login"
        : "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  /**
   * The page that a form without a mark was sent from, as the browser says it; else the home page.
   */
  private String formPage(HttpServletRequest request) {
    return pageOf(request.getHeader("Referer"), settings.text(Setting.PUBLIC_URL));
  }

  static String pageOf(String referer, String publicUrl) {
    return referer != null && referer.startsWith(publicUrl + "/")
        ? SafeRedirect.uri(referer.substring(publicUrl.length())).toString()
        : "/";
  }

  private static boolean isByScript(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"));
  }

  /** Into the place of the layout for it: nothing else of the page is touched. */
  private void say(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var html = new StringWriter();
    templates.render(Page.of("layout/session-over.html"), request, html);
    response.setStatus(STOP);
    response.setHeader("HX-Retarget", "#session-note");
    response.setHeader("HX-Reswap", "innerHTML");
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(html.toString());
  }
}
