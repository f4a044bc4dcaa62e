package nl.poort25.monitoring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;

/** Notes at a request which page it is for: the path as its resource has it, without numbers. */
@Provider
public class RouteNote implements ContainerRequestFilter {
  /** The attribute of a request. */
  static final String ROUTE = "nl.poort25.route";

  @Context ResourceInfo resource;
  @Context HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    request.setAttribute(
        ROUTE, route(path(resource.getResourceClass()), path(resource.getResourceMethod())));
  }

  private static String path(AnnotatedElement annotated) {
    var path = annotated.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }

  /** Such as {@code /domains/{id}}: the pattern that a part must have is left out. */
  static String route(String ofClass, String ofMethod) {
    String path = ("/" + ofClass + "/" + ofMethod).replaceAll("\\{(\\w+)\\s*:[^/]*\\}", "{$1}");
    String plain = path.replaceAll("/+", "/");
    return plain.length() > 1 && plain.endsWith("/")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }
}
