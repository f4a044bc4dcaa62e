package nl.poort25.web;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ognl.ObjectPropertyAccessor;
import ognl.OgnlRuntime;

/**
 * Properties as templates name them: the key of a map or whether it is {@code empty}, a public
 * method without parameters that is called {@code name}, {@code getName} or {@code isName}, or a
 * public field, as forms have them.
 */
final class TemplateProperties {
  private static final ClassValue<Map<String, MethodHandle>> HANDLES =
      new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };
  private static final MethodType READER = MethodType.methodType(Object.class, Object.class);

  private TemplateProperties() {}

  /**
   * @throws IllegalArgumentException if there is no such property
   */
  static Object read(Object target, String name) {
    if (target instanceof Map<?, ?> map) {
      return name.equals("empty") ? (Object) map.isEmpty() : map.get(name);
    }
    var type = target.getClass();
    var handle = HANDLES.get(type).computeIfAbsent(name, n -> handle(type, n));
    try {
      return (Object) handle.invokeExact(target);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name + " of " + type.getSimpleName(), e);
    }
  }

  private static MethodHandle handle(Class<?> type, String name) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    try {
      for (String called : new String[] {name, "get" + capital, "is" + capital}) {
        var method = method(type, called);
        if (method != null) {
          return MethodHandles.lookup().unreflect(method).asType(READER);
        }
      }
      var field = type.getField(name);
      field.setAccessible(true);
      return MethodHandles.lookup().unreflectGetter(field).asType(READER);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " has no " + name, e);
    }
  }

  /**
   * The method where it can be called: that of a hidden class, such as the JDK's own lists, is
   * looked for in what the class extends.
   */
  private static Method method(Class<?> type, String name) {
    if (type == null) {
      return null;
    }
    try {
      var method = type.getMethod(name);
      if (method.getReturnType() != void.class
          && !Modifier.isStatic(method.getModifiers())
          && (Modifier.isPublic(method.getDeclaringClass().getModifiers())
              || method.trySetAccessible())) {
        return method;
      }
    } catch (NoSuchMethodException e) {
      return null;
    }
    for (var above : type.getInterfaces()) {
      var method = method(above, name);
      if (method != null) {
        return method;
      }
    }
    return method(type.getSuperclass(), name);
  }

  /** Lets the expressions that are left to OGNL find the same properties. */
  static void register() {
    OgnlRuntime.setPropertyAccessor(
        Record.class,
        new ObjectPropertyAccessor() {
          @Override
          @SuppressWarnings("rawtypes")
          public Object getPossibleProperty(Map context, Object target, String name) {
            return read(target, name);
          }
        });
  }
}
