package nl.poort25.web;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;

/**
 * Notes at a request which page it is for: the path as its resource has it, without numbers; worked
 * out once for each method of a resource.
 */
@Provider
public class RouteFeature implements DynamicFeature {
  /** The attribute of a request. */
  public static final String ROUTE = "nl.poort25.route";

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    context.register(
        new Note(route(path(resource.getResourceClass()), path(resource.getResourceMethod()))));
  }

  private static final class Note implements ContainerRequestFilter {
    private final String route;

    private Note(String route) {
      this.route = route;
    }

    @Override
    public void filter(ContainerRequestContext context) {
      if (CurrentRequest.current() != null) {
        CurrentRequest.current().request().setAttribute(ROUTE, route);
      }
    }
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
