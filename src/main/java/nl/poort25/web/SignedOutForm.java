package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Request wrapper that leads a form of somebody who is no longer signed in, or signed in as
 * somebody else, to the resource that shows the login page and keeps what was typed.
 */
public final class SignedOutForm extends HttpServletRequestWrapper {
  /** Where it is answered; no guest can send anything there himself. */
  public static final String PATH = "/login/kept-form";

  /** The attribute with the mark of the form, or nothing. */
  private static final String MARK = "nl.poort25.lost-form.mark";

  private static final String ACTION = "nl.poort25.lost-form.action";

  private static final String LOGIN = "nl.poort25.lost-form.login";

  private SignedOutForm(HttpServletRequest request) {
    super(request);
  }

  static SignedOutForm of(HttpServletRequest request, FormMarks.Mark mark, String login) {
    request.setAttribute(MARK, mark);
    request.setAttribute(LOGIN, login);
    request.setAttribute(ACTION, request.getRequestURI());
    return new SignedOutForm(request);
  }

  public static FormMarks.Mark mark(HttpServletRequest request) {
    return (FormMarks.Mark) request.getAttribute(MARK);
  }

  /** The login page that leads to the page of a form without a mark, as the browser names it. */
  public static String login(HttpServletRequest request) {
    return (String) request.getAttribute(LOGIN);
  }

  /** Where the form was sent to. */
  public static String action(HttpServletRequest request) {
    return (String) request.getAttribute(ACTION);
  }

  @Override
  public String getRequestURI() {
    return PATH;
  }

  @Override
  public StringBuffer getRequestURL() {
    var url = super.getRequestURL();
    int path = url.indexOf("/", url.indexOf("//") + 2);
    return new StringBuffer(path < 0 ? url : url.substring(0, path)).append(PATH);
  }

  @Override
  public String getPathInfo() {
    return super.getPathInfo() == null ? null : PATH;
  }

  @Override
  public String getServletPath() {
    return super.getPathInfo() == null ? PATH : super.getServletPath();
  }

  @Override
  public String getQueryString() {
    return null;
  }
}
