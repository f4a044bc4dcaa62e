package nl.poort25.web;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ognl.ObjectPropertyAccessor;
import ognl.OgnlException;
import ognl.OgnlRuntime;

/**
 * Lets templates read a record's components as properties, and {@code isX()}: OGNL knows only
 * getters.
 */
class RecordProperties extends ObjectPropertyAccessor {
  private final Map<Class<?>, Map<String, Method>> known = new ConcurrentHashMap<>();

  static void register() {
    OgnlRuntime.setPropertyAccessor(Record.class, new RecordProperties());
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Object getPossibleProperty(Map context, Object target, String name) throws OgnlException {
    Method method =
        known
            .computeIfAbsent(target.getClass(), type -> new ConcurrentHashMap<>())
            .computeIfAbsent(name, n -> accessor(target.getClass(), n));
    try {
      return method.invoke(target);
    } catch (ReflectiveOperationException e) {
      throw new OgnlException(name, e);
    }
  }

  private static Method accessor(Class<?> type, String name) {
    String is = "is" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (Method method : type.getMethods()) {
      if (method.getParameterCount() == 0
          && (method.getName().equals(name) || method.getName().equals(is))) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new IllegalArgumentException(type.getSimpleName() + " has no " + name);
  }
}
