package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The servlet request of the current thread, as the container gave it to the {@link Gate}. The
 * proxy that Jersey injects into a singleton has one lock for all threads, which took more than
 * half of a page's time under load.
 */
record CurrentRequest(HttpServletRequest request) {
  private static final ThreadLocal<CurrentRequest> CURRENT = new ThreadLocal<>();

  static CurrentRequest current() {
    return CURRENT.get();
  }

  void begin() {
    CURRENT.set(this);
  }

  static void end() {
    CURRENT.remove();
  }
}
