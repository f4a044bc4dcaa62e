package nl.poort25.it;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import nl.poort25.PortalClasses;
import nl.poort25.account.SignedInUser;
import nl.poort25.database.Wired;
import nl.poort25.setting.Settings;
import nl.poort25.web.Page;

/** Pages as their resources make them, without a container and before they are put into words. */
final class ResourcePages {
  private final EntityManager em;
  private final SignedInUser visitor;

  ResourcePages(EntityManager em, SignedInUser visitor) {
    this.em = em;
    this.visitor = visitor;
  }

  /**
   * @param url a path of a resource's method without parameters, and a query
   */
  Page get(String url) {
    String[] parts = url.split("\\?", 2);
    var query = new MultivaluedHashMap<String, String>();
    if (parts.length > 1) {
      for (String pair : parts[1].split("&")) {
        String[] sides = pair.split("=", 2);
        query.add(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
      }
    }
    var method = method(parts[0]);
    Object resource = resource(method.getDeclaringClass(), query);
    try {
      method.setAccessible(true);
      Object answer = method.invoke(resource);
      return (Page) (answer instanceof Response response ? response.getEntity() : answer);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(url, e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(url, e);
    }
  }

  private static Method method(String path) {
    return PortalClasses.ALL.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(GET.class))
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> path(method).equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no resource for " + path));
  }

  private static String path(Method method) {
    String base = method.getDeclaringClass().getAnnotation(Path.class).value();
    String own = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value).orElse("");
    return ("/" + base + "/" + own).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
  }

  /** Beans of the portal on that database, with its defaults; what they tell is not heard. */
  static Wired beans(EntityManager em) {
    return new Wired(em)
        .with(InstantSource.class, Clock.systemUTC())
        .with(Settings.class, new Settings(key -> Optional.empty()))
        .with(Event.class, proxy(Event.class, name -> null))
        .withImplementations(ResourcePages::implementation);
  }

  private Object resource(Class<?> type, MultivaluedHashMap<String, String> query) {
    var request =
        proxy(HttpServletRequest.class, name -> name.equals("getAttribute") ? visitor : null);
    var uri = proxy(UriInfo.class, name -> name.equals("getQueryParameters") ? query : null);
    var resource = beans(em).with(HttpServletRequest.class, request).get(type);
    for (Field field : type.getDeclaredFields()) {
      if (field.isAnnotationPresent(Context.class)) {
        field.setAccessible(true);
        try {
          field.set(resource, field.getType() == UriInfo.class ? uri : request);
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return resource;
  }

  private static Optional<Class<?>> implementation(Class<?> type) {
    return PortalClasses.ALL.stream()
        .filter(each -> each.isAnnotatedWith(ApplicationScoped.class))
        .filter(each -> each.isAssignableTo(type))
        .<Class<?>>map(JavaClass::reflect)
        .findFirst();
  }

  /** What answers a method by its name. */
  private interface Answer {
    Object to(String method);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                method.getReturnType() == boolean.class
                    ? method.getName().equals("isUserInRole")
                    : answer.to(method.getName())));
  }
}
