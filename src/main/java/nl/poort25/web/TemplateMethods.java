package nl.poort25.web;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Methods as templates call them: the one of that name that takes these arguments as they are. */
final class TemplateMethods {
  private record Call(String name, List<Class<?>> arguments) {}

  private static final ClassValue<Map<Call, Optional<MethodHandle>>> HANDLES =
      new ClassValue<>() {
        @Override
        protected Map<Call, Optional<MethodHandle>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /** There is none, or several, or its arguments would have to be converted. */
  static final class NotFound extends RuntimeException {
    NotFound() {
      super(null, null, false, false);
    }
  }

  private TemplateMethods() {}

  static Object call(Object target, String name, Object[] arguments) {
    var types = new ArrayList<Class<?>>(arguments.length);
    for (Object argument : arguments) {
      types.add(argument == null ? null : argument.getClass());
    }
    var handle =
        HANDLES
            .get(target.getClass())
            .computeIfAbsent(new Call(name, types), call -> find(target.getClass(), call))
            .orElseThrow(NotFound::new);
    try {
      return (Object) handle.invokeExact(target, arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name + " of " + target.getClass().getSimpleName(), e);
    }
  }

  private static Optional<MethodHandle> find(Class<?> type, Call call) {
    var found =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals(call.name()) && !method.isBridge())
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .filter(method -> takes(method, call.arguments()))
            .toList();
    return found.size() == 1 ? Optional.ofNullable(handle(found.get(0), call)) : Optional.empty();
  }

  private static boolean takes(Method method, List<Class<?>> arguments) {
    var types = method.getParameterTypes();
    int fixed = method.isVarArgs() ? types.length - 1 : types.length;
    if (method.isVarArgs() ? arguments.size() <= fixed : arguments.size() != fixed) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      var type = i < fixed ? types[i] : types[fixed].getComponentType();
      if (!takes(type, arguments.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean takes(Class<?> parameter, Class<?> argument) {
    return argument == null
        ? !parameter.isPrimitive()
        : MethodType.methodType(parameter).wrap().returnType().isAssignableFrom(argument);
  }

  /** Null where it cannot be called, such as that of a hidden class of the JDK. */
  private static MethodHandle handle(Method method, Call call) {
    if (!Modifier.isPublic(method.getDeclaringClass().getModifiers())
        && !method.trySetAccessible()) {
      return null;
    }
    try {
      int count = call.arguments().size();
      var handle = MethodHandles.lookup().unreflect(method);
      if (method.isVarArgs()) {
        int fixed = method.getParameterCount() - 1;
        handle = handle.asCollector(method.getParameterTypes()[fixed], count - fixed);
      }
      return handle
          .asType(MethodType.genericMethodType(count + 1))
          .asSpreader(Object[].class, count);
    } catch (IllegalAccessException e) {
      return null;
    }
  }
}
