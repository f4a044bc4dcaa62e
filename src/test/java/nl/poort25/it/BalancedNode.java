package nl.poort25.it;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A portal behind a proxy that comes back where it was. */
final class BalancedNode implements AutoCloseable {
  static final String TOKEN = "token-of-two-nodes";
  private final int port = FreePort.find();
  private final Map<String, String> settings;
  private OtherPortal portal;

  /**
   * @param proxyPort of the proxy that people ask
   * @param database its settings
   */
  BalancedNode(int proxyPort, Map<String, String> database) {
    settings = new LinkedHashMap<>(database);
    settings.put("poort25.public.url", "http://127.0.0.1:" + proxyPort);
    settings.put("poort25.trusted.proxies", "127.0.0.1");
    settings.put("poort25.drain.seconds", "4");
    settings.put("poort25.partner.messages.day", "100000");
    settings.put("poort25.monitoring.token", TOKEN);
  }

  int port() {
    return port;
  }

  void start() {
    portal = new OtherPortal(port, settings);
  }

  /** One of another release. */
  void start(Path war) {
    portal = new OtherPortal(war, port, settings);
  }

  /** Tells it to end, and waits; the status that it ended with. */
  int end() {
    return portal.end(60);
  }

  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, "" + portal.pid()).start().waitFor();
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  boolean isReady() {
    try {
      return Browser.status(portal.url() + "/health/ready", TOKEN) == 200;
    } catch (UncheckedIOException e) {
      return false; // there is none
    }
  }

  /** What its log says so far. */
  String log() {
    return String.join("\n", portal.log());
  }

  /** Answers people whom the proxy has sent. */
  void awaitWork() {
    Eventually.holds("it is ready", this::isReady);
    double before = answered();
    Eventually.holds("it is given work", () -> answered() > before);
  }

  private double answered() {
    return Browser.visitor(portal.url())
        .send(
            Browser.request(portal.url(), "/metrics")
                .header("Authorization", "Bearer " + TOKEN)
                .GET())
        .html()
        .lines()
        .filter(l -> l.startsWith("poort25_requests_total{") && l.contains("page=\"/customers\""))
        .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Override
  public void close() {
    if (portal != null) {
      portal.close();
    }
  }
}
