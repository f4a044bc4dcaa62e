package nl.poort25.it;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.poort25.PortalClasses;

/**
 * A route of the portal, read from its resources, so that a new one is known by itself.
 *
 * @param method GET or POST
 * @param template with its variables, {@code /domains/{id: \d{1,18}}}
 * @param roles of which one is needed; none for what a guest may ask
 */
record Route(String method, String template, Set<String> roles) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\{\\s*(\\w+)\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})+))?}");

  /** All of them, each once. */
  static List<Route> all() {
    var found = new ArrayList<Route>();
    PortalClasses.ALL.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .forEach(type -> of(type.reflect(), found));
    return List.copyOf(found);
  }

  private static void of(Class<?> resource, List<Route> found) {
    var overridden = new HashSet<String>();
    for (Class<?> type = resource; type != Object.class; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        String verb =
            method.isAnnotationPresent(GET.class)
                ? "GET"
                : method.isAnnotationPresent(POST.class) ? "POST" : null;
        String signature = method.getName() + List.of(method.getParameterTypes());
        if (verb != null && !method.isBridge() && overridden.add(signature)) {
          found.add(new Route(verb, path(resource, method), roles(resource, method)));
        }
      }
    }
  }

  private static String path(Class<?> resource, Method method) {
    var own = method.getAnnotation(Path.class);
    String base = resource.getAnnotation(Path.class).value();
    String path = own == null ? base : base + "/" + own.value();
    return ("/" + path).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
  }

  private static Set<String> roles(Class<?> resource, Method method) {
    var own = method.getAnnotation(RolesAllowed.class);
    var roles = own == null ? resource.getAnnotation(RolesAllowed.class) : own;
    return roles == null ? Set.of() : new TreeSet<>(Set.of(roles.value()));
  }

  boolean isPost() {
    return method.equals("POST");
  }

  boolean hasVariables() {
    return VARIABLE.matcher(template).find();
  }

  /** A path of this route with that text for each variable, if it fits there. */
  String with(String value) {
    return VARIABLE
        .matcher(template)
        .replaceAll(
            found -> {
              String pattern = found.group(2);
              return Matcher.quoteReplacement(
                  pattern == null || value.matches(pattern.strip()) ? value : "x");
            });
  }

  /** Whether a path is of this route. */
  boolean takes(String path) {
    var pattern = new StringBuilder();
    var variables = VARIABLE.matcher(template);
    int from = 0;
    while (variables.find()) {
      pattern.append(Pattern.quote(template.substring(from, variables.start())));
      pattern.append(
          variables.group(2) == null ? "[^/]+" : "(?:" + variables.group(2).strip() + ")");
      from = variables.end();
    }
    return path.matches(pattern + Pattern.quote(template.substring(from)));
  }

  @Override
  public String toString() {
    return method + " " + template;
  }
}
