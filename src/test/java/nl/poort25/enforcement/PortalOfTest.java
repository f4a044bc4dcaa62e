package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import nl.poort25.state.DesiredLine;

/**
 * Speaks the portal's part of the protocol, says what a test tells it to, and keeps the reports.
 */
final class PortalOfTest implements AutoCloseable {
  static final String TOKEN = "a-token-that-nobody-may-see";
  private static final Pattern WAIT = Pattern.compile(".*wait=([0-9]+)");
  private static final Pattern FROM = Pattern.compile("from=([0-9]+)&.*");
  private static final Pattern KEY = Pattern.compile(".*key=([0-9a-f]{64})&.*");
  private static final Pattern COUNT = Pattern.compile(".*count=([0-9]+-[a-z]+)&.*");
  private static final Pattern HOLDS = Pattern.compile(".*holds=([0-9a-f-]+)&.*");
  private static final Pattern REPORT =
      Pattern.compile(
          """
          poort25-report 2
          generation ([0-9]+) (?:-|[0-9a-f]{64})
          outcome ([a-z]+)
          message (\\p{Print}{0,500})
          agent [0-9]+\\.[0-9a-f]{8} [a-z]+ [0-9A-Za-z.+~-]+
          seen ([0-9]+(?: [0-9]+(?: full)?)?)
          readback ([0-9a-f]{64}) (same|[0-9]+)

          """);
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  private final Object changed = new Object();
  private byte[] whole;
  private byte[] delta;
  private String from;
  private String etag = "none";
  private int polls;
  private boolean down;
  private volatile boolean forgetful;
  private volatile String claim;
  private volatile String count;
  private volatile String key;
  private final Map<String, byte[]> changesOfKeys = new ConcurrentHashMap<>();

  /**
   * What an agent has reported.
   *
   * @param looks how many addresses, for how many seconds it looks, and whether it is full
   */
  record Report(
      String generation,
      String outcome,
      String message,
      String looks,
      String sum,
      List<String> seen,
      String readback) {}

  PortalOfTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/enforcement/state", this::state);
    server.createContext("/enforcement/report", this::report);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void offer(byte[] document, String etag) {
    offer(document, null, null, etag);
  }

  void offer(SignedState document) {
    offer(document.signed(), document.etag());
  }

  /** Also as a difference, to whoever has that generation in force. */
  void offer(SignedState whole, SignedState delta) {
    offer(whole.signed(), delta.signed(), delta.kind().substring("delta ".length()), whole.etag());
  }

  private void offer(byte[] whole, byte[] delta, String from, String etag) {
    synchronized (changed) {
      this.whole = whole;
      this.delta = delta;
      this.from = from;
      this.etag = etag;
      changed.notifyAll();
    }
  }

  /** Answers 503 to everything. */
  void down(boolean down) {
    synchronized (changed) {
      this.down = down;
      changed.notifyAll();
    }
  }

  /** Asks once for the next read-back in full, as one that has lost what was sent before. */
  void forget() {
    forgetful = true;
  }

  /** Returns once an agent waits for a change. */
  void awaitPoll() throws InterruptedException {
    synchronized (changed) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (polls == 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("no agent asks");
        }
        changed.wait(left);
      }
    }
  }

  /** The next report with that outcome; those before it are dropped. */
  Report await(String outcome) throws InterruptedException {
    return await(outcome, report -> report.outcome().equals(outcome));
  }

  /** The next report of that generation, whatever its outcome. */
  Report awaitOf(long generation) throws InterruptedException {
    return await("of " + generation, report -> report.generation().equals("" + generation));
  }

  private Report await(String which, Predicate<Report> wanted) throws InterruptedException {
    var others = new ArrayList<String>();
    for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); ; ) {
      var report = reports.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (report == null) {
        throw new AssertionError("no report " + which + ", but " + others);
      }
      if (wanted.test(report)) {
        return report;
      }
      others.add(report.generation() + " " + report.outcome() + " " + report.message());
    }
  }

  /** Who verifies with a key of that fingerprint gets this instead. */
  void offerKey(String fingerprint, byte[] change) {
    changesOfKeys.put(fingerprint, change);
  }

  /** Number and mode of the document that it took last, as it said when it asked last. */
  String count() {
    return count;
  }

  /** The fingerprint of the key that it verifies with, as it said when it asked last. */
  String key() {
    return key;
  }

  /** What it said last that it holds, when it asked for a state. */
  String claim() {
    return claim;
  }

  Report next() {
    return reports.poll();
  }

  private void state(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body;
      int code;
      synchronized (changed) {
        code = isAllowed(exchange) ? 200 : 401;
        if (code == 200
            && !down
            && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
          code = awaitChange(etag, exchange.getRequestURI().getQuery());
        }
        String query = exchange.getRequestURI().getQuery();
        claim = HOLDS.matcher(query).replaceFirst("$1");
        count = COUNT.matcher(query).replaceFirst("$1");
        key = KEY.matcher(query).replaceFirst("$1");
        var asked = FROM.matcher(exchange.getRequestURI().getQuery());
        code = down ? 503 : code == 200 && whole == null ? 204 : code;
        body = asked.matches() && asked.group(1).equals(from) ? delta : whole;
        if (code != 401 && !down && changesOfKeys.containsKey(key)) {
          code = 200;
          body = changesOfKeys.get(key);
        }
        exchange.getResponseHeaders().set("ETag", etag);
      }
      exchange.sendResponseHeaders(code, code == 200 ? body.length : -1);
      if (code == 200) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private int awaitChange(String known, String query) {
    var wait = WAIT.matcher(query);
    long seconds = wait.matches() ? Long.parseLong(wait.group(1)) : 0;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    polls++;
    changed.notifyAll();
    try {
      while (etag.equals(known) && !down) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return 304;
        }
        changed.wait(left);
      }
      return 200;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 304;
    } finally {
      polls--;
    }
  }

  private void report(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = text(exchange);
      int code = isAllowed(exchange) ? 200 : 401;
      if (down) {
        code = 503;
      } else if (code == 200) {
        var report = read(body);
        if (forgetful && report.readback() == null) {
          code = 409;
        } else {
          reports.add(report);
        }
      }
      exchange.sendResponseHeaders(code, -1);
    }
  }

  private static String text(HttpExchange exchange) throws IOException {
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream in = exchange.getRequestBody();
    try (var body = packed ? new GZIPInputStream(in) : in) {
      return new String(body.readAllBytes(), US_ASCII);
    }
  }

  private static Report read(String body) {
    var head = REPORT.matcher(body);
    if (!head.lookingAt()) {
      throw new AssertionError(body);
    }
    int begin = head.end();
    for (int left = Integer.parseInt(head.group(4).split(" ")[0]); left > 0; left--) {
      begin = body.indexOf('\n', begin) + 1;
    }
    var seen = body.substring(head.end(), begin).lines().toList();
    if (!seen.stream().allMatch(line -> line.matches("seen [0-9a-f.:]+ [0-9]+ [0-9]+"))) {
      throw new AssertionError(body);
    }
    String raw = body.substring(begin);
    boolean same = head.group(6).equals("same");
    boolean right =
        same
            ? raw.isEmpty()
            : head.group(6).equals("" + raw.length())
                && head.group(5).equals(DesiredLine.digest(raw));
    if (!right) {
      throw new AssertionError(body);
    }
    return new Report(
        head.group(1),
        head.group(2),
        head.group(3),
        head.group(4),
        head.group(5),
        seen,
        same ? null : raw);
  }

  private static boolean isAllowed(HttpExchange exchange) {
    return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
