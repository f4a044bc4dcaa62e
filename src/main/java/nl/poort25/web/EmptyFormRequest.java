package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Request wrapper that gives a form without fields its content type. Some clients send it without
 * body and type, which JAX-RS does not accept.
 */
final class EmptyFormRequest extends HttpServletRequestWrapper {
  private static final String TYPE = "application/x-www-form-urlencoded";

  private EmptyFormRequest(HttpServletRequest request) {
    super(request);
  }

  /** The request itself, unless it is such a form. */
  static HttpServletRequest wrapIfEmpty(HttpServletRequest request) {
    boolean empty =
        request.getMethod().equals("POST")
            && request.getContentLengthLong() == 0
            && request.getContentType() == null;
    return empty ? new EmptyFormRequest(request) : request;
  }

  private static boolean isType(String name) {
    return name.equalsIgnoreCase("Content-Type");
  }

  @Override
  public String getContentType() {
    return TYPE;
  }

  @Override
  public String getHeader(String name) {
    return isType(name) ? TYPE : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isType(name) ? Collections.enumeration(List.of(TYPE)) : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    var names = Collections.list(super.getHeaderNames());
    names.removeIf(EmptyFormRequest::isType);
    names.add("Content-Type");
    return Collections.enumeration(names);
  }
}
