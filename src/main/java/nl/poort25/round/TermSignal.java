package nl.poort25.round;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs a task on SIGTERM or SIGINT before the JVM's shutdown hooks. A hook would run beside the
 * container's, which stops the application at once. By reflection, since the compiler warns of
 * sun.misc.Signal, which every JDK exports (JEP 260), and the warning cannot be switched off.
 */
final class TermSignal {
  private static final Logger LOG = System.getLogger(TermSignal.class.getName());

  private TermSignal() {}

  /**
   * @param first what to do before the process ends as it would have
   */
  static void before(Runnable first) {
    for (String signal : new String[] {"TERM", "INT"}) {
      try {
        handle(signal, first);
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        // as under java -Xrs
        LOG.log(Level.WARNING, "SIG" + signal + " will cut off what is under way", e);
      }
    }
  }

  private static void handle(String name, Runnable first) throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Signal");
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    Object signal = type.getConstructor(String.class).newInstance(name);
    Method handle = type.getMethod("handle", type, handlerType);
    Method before = handlerType.getMethod("handle", type);
    var usual = new AtomicReference<Object>();
    var came = new AtomicBoolean();
    Object handler =
        Proxy.newProxyInstance(
            TermSignal.class.getClassLoader(),
            new Class<?>[] {handlerType},
            (proxy, method, given) -> {
              if (!method.equals(before)) {
                return method.invoke(came, given); // equals, hashCode, toString
              }
              // who asks again does not want to wait
              if (came.compareAndSet(false, true)) {
                first.run();
              }
              return usual(before, usual.get(), given);
            });
    usual.set(handle.invoke(null, signal, handler));
  }

  private static Object usual(Method before, Object handler, Object[] given) throws Throwable {
    try {
      return before.invoke(handler, given);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
