package nl.poort25.round;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Closes the ports on which requests come in, while the application is still there. Left to itself
 * the container takes the application away first and answers 503 without a word for a second or
 * two. By reflection, since Payara has no interface for it that an application may compile against.
 */
final class HttpListenerShutdown {
  private static final Logger LOG = System.getLogger(HttpListenerShutdown.class.getName());

  private HttpListenerShutdown() {}

  /** All connections end at once: to be called when nothing is under way. */
  static void close() {
    try {
      Class<?> type = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService");
      Object service =
          Class.forName("org.glassfish.internal.api.Globals")
              .getMethod("get", Class.class)
              .invoke(null, type);
      type.getMethod("preDestroy").invoke(service);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.WARNING, "the ports close with the container", e);
    }
  }
}
