package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The request of this thread, as the container gave it to the {@link Gate}. What Jersey injects
 * into a singleton is a proxy with one lock for all threads, which was more than half of a page's
 * time under load.
 */
record Exchange(HttpServletRequest request) {
  private static final ThreadLocal<Exchange> CURRENT = new ThreadLocal<>();

  static Exchange current() {
    return CURRENT.get();
  }

  void begin() {
    CURRENT.set(this);
  }

  static void end() {
    CURRENT.remove();
  }
}
