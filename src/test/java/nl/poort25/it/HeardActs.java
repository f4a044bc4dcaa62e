package nl.poort25.it;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import nl.poort25.PortalClasses;
import nl.poort25.audit.Act;
import nl.poort25.database.Wired;

/** Tells acts to those beans of the portal that observe them within the transaction. */
final class HeardActs {
  private static final List<Method> OBSERVERS =
      PortalClasses.ALL.stream()
          .flatMap(type -> type.getMethods().stream())
          .filter(
              method ->
                  method.getParameters().stream().anyMatch(p -> p.isAnnotatedWith(Observes.class)))
          .map(method -> method.reflect())
          .filter(method -> Act.class.isAssignableFrom(method.getParameterTypes()[0]))
          .filter(method -> during(method) == TransactionPhase.IN_PROGRESS)
          .sorted(Comparator.comparingInt(HeardActs::priority))
          .toList();

  private HeardActs() {}

  private static TransactionPhase during(Method observer) {
    return observer.getParameters()[0].getAnnotation(Observes.class).during();
  }

  private static int priority(Method observer) {
    var given = observer.getParameters()[0].getAnnotation(Priority.class);
    return given == null ? Interceptor.Priority.APPLICATION + 500 : given.value();
  }

  /** The same beans, which now hear of one another. */
  static Wired by(Wired beans) {
    var event =
        Proxy.newProxyInstance(
            Event.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (self, method, arguments) -> {
              if (method.getName().equals("fire")) {
                tell(beans, arguments[0]);
              }
              return null;
            });
    return beans.with(Event.class, (Event<?>) event);
  }

  private static void tell(Wired beans, Object event) {
    for (var observer : OBSERVERS) {
      if (observer.getParameterTypes()[0].isInstance(event)) {
        try {
          observer.setAccessible(true);
          var more = Arrays.stream(observer.getParameterTypes()).skip(1).map(beans::get);
          var bean = beans.get(observer.getDeclaringClass());
          observer.invoke(bean, concat(event, more.toArray()));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(observer.toString(), e);
        }
      }
    }
  }

  private static Object[] concat(Object first, Object... others) {
    var all = new Object[others.length + 1];
    all[0] = first;
    System.arraycopy(others, 0, all, 1, others.length);
    return all;
  }
}
