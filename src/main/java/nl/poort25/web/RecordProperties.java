package nl.poort25.web;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ognl.ObjectPropertyAccessor;
import ognl.OgnlException;
import ognl.OgnlRuntime;

/** Lets templates read a record's components as properties: OGNL knows only getters. */
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
    try {
      Method method = type.getMethod(name);
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getSimpleName() + " has no " + name, e);
    }
  }
}
