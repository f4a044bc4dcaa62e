package nl.poort25.monitoring;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.poort25.web.RouteFeature;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * The outermost filter (web.xml): counts answers by page and status, and how long they took. A
 * request passes it again when its body has come. The long polls of enforcement points, which wait
 * for up to a minute, are not counted.
 */
public class RequestTimes extends HttpFilter {
  private static final String BEGUN = "nl.poort25.begun";
  private static final Duration SLOW = Duration.ofSeconds(1);

  /** Answers to a page whose status begins with that digit. */
  private record Answers(String page, int hundreds) {}

  // the registry looks for its own among all, and checks their names each time
  private final transient Map<Answers, Counter> answers = new ConcurrentHashMap<>();
  private final transient Map<String, Counter> milliseconds = new ConcurrentHashMap<>();

  @Inject transient MetricRegistry registry;
  @Inject transient RequestLog log;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(BEGUN) == null) {
      request.setAttribute(BEGUN, System.nanoTime());
      log.begin(request, response);
    }
    boolean thrown = true;
    try {
      chain.doFilter(request, response);
      thrown = false;
    } finally {
      if (thrown || !request.isAsyncStarted()) {
        end(request, response, thrown ? 500 : response.getStatus());
      }
    }
  }

  private void end(HttpServletRequest request, HttpServletResponse response, int status) {
    if (request.getAttribute(BEGUN) instanceof Long begun) {
      request.removeAttribute(BEGUN);
      var took = Duration.ofNanos(System.nanoTime() - begun);
      log.end(request, response, status, took);
      count(request, status, took);
    }
  }

  private void count(HttpServletRequest request, int status, Duration took) {
    String route = request.getAttribute(RouteFeature.ROUTE) instanceof String r ? r : "other";
    String page = request.getMethod().equals("POST") ? "POST " + route : route;
    answers.computeIfAbsent(new Answers(page, status / 100), this::counter).inc();
    milliseconds
        .computeIfAbsent(page, p -> counter("requests_milliseconds", p))
        .inc(took.toMillis());
    if (took.compareTo(SLOW) > 0) {
      counter("requests_over_a_second", page).inc();
    }
  }

  private Counter counter(Answers answers) {
    return registry.counter(
        Metric.name("requests"),
        new Tag("page", answers.page()),
        new Tag("status", answers.hundreds() + "xx"));
  }

  private Counter counter(String name, String page) {
    return registry.counter(Metric.name(name), new Tag("page", page));
  }
}
