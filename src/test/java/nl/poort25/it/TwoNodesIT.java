package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Two portals on one PostgreSQL behind HAProxy, with the configuration of src/main/operating, while
 * people work and one part after the other goes. What was answered with success is there
 * afterwards, once; nobody had to sign in again; what failed was under way at that moment.
 */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(3600)
@TestMethodOrder(OrderAnnotation.class)
class TwoNodesIT {
  private static final int KILLS = Trials.isLong() ? 20 : 2;
  private static final Duration STOPPED = Duration.ofSeconds(Trials.isLong() ? 60 : 10);
  private static final int USERS = 6;

  /** Of one of them: the page of a ticket has all that was written in it. */
  private static final Duration PACE = Duration.ofMillis(400);

  private static final String TOKEN = "token-of-two-nodes";
  private static final int PORT = FreePort.find();

  private static PostgreSql database;
  private static CutLine line;
  private static Node one;
  private static Node two;
  private static ProxyBefore proxy;
  private static String ticket;

  /** A portal that comes back where it was. */
  private static final class Node implements AutoCloseable {
    private final int port = FreePort.find();
    private final Map<String, String> settings;
    private OtherPortal portal;

    Node(String databaseUrl) {
      settings = new LinkedHashMap<>(database.settings());
      settings.put("poort25.db.url", databaseUrl);
      settings.put("poort25.public.url", "http://127.0.0.1:" + PORT);
      settings.put("poort25.trusted.proxies", "127.0.0.1");
      settings.put("poort25.drain.seconds", "4");
      settings.put("poort25.partner.messages.day", "100000");
      settings.put("poort25.monitoring.token", TOKEN);
      start();
    }

    void start() {
      portal = new OtherPortal(port, settings);
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
      return Browser.status(portal.url() + "/health/ready", TOKEN) == 200;
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
      portal.close();
    }
  }

  @BeforeAll
  static void start() {
    database = new PostgreSql();
    line = new CutLine(database.port());
    one = new Node(database.url());
    two = new Node(PostgreSql.url(line.port()));
    proxy = ProxyBefore.twoNodes(PORT, one.port, two.port, TOKEN);
    Eventually.holds(
        "the proxy finds one that is ready",
        () -> Browser.visitor(proxy.url()).get("/login").status() == 200);
    // of the demo world, where a request and its ticket have one id
    ticket =
        "/tickets/"
            + Browser.at(proxy.url(), "sanne@havenkantoor.example")
                .get("/tickets")
                .find("/exemptions/(\\d+)\"[^<]*<[^§]{0,200}?>192\\.0\\.2\\.46<")
                .orElseThrow();
  }

  @AfterAll
  static void end() {
    for (AutoCloseable started : new AutoCloseable[] {proxy, two, one, line, database}) {
      try {
        if (started != null) {
          started.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final String LIST = "the list";

  /** People who write in a ticket and look at their customers, until they are told to stop. */
  private static final class Work implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final int number = COUNT.incrementAndGet();
    private final java.util.concurrent.ExecutorService threads =
        Executors.newFixedThreadPool(USERS);
    private final List<Future<?>> users = new ArrayList<>();
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    Work() {
      for (int i = 0; i < USERS; i++) {
        String email = i % 2 == 0 ? "bram@havenkantoor.example" : "sanne@havenkantoor.example";
        int user = i;
        users.add(threads.submit(() -> work(user, Browser.at(proxy.url(), email))));
      }
    }

    private void work(int user, Browser browser) {
      for (int i = 0; !over; i++) {
        LockSupport.parkNanos(PACE.toNanos());
        write(browser, "Bericht %d van %d in %d".formatted(i, user, number));
        look(browser);
      }
    }

    private void write(Browser browser, String text) {
      String[] mark = {null};
      while (mark[0] == null && !over && wrong.isEmpty()) {
        ask("a ticket", () -> mark(browser.get(ticket), mark));
      }
      // the same form again after an answer that does not say what became of it
      boolean sent = false;
      while (!sent && mark[0] != null && wrong.isEmpty()) {
        sent = ask(text, () -> send(browser, text, mark[0]));
        if (!sent) {
          LockSupport.parkNanos(PACE.toNanos());
        }
      }
    }

    private static Visit mark(Visit page, String[] mark) {
      mark[0] = page.find("name=\"form-mark\" value=\"([^\"]+)\"").orElse(null);
      return mark[0] == null ? page : null;
    }

    private Visit send(Browser browser, String text, String mark) {
      var form = Browser.form(ticket, List.of(), "text", text, "form-mark", mark);
      var answer =
          browser.send(
              form.uri(URI.create(proxy.url() + ticket + "/updates"))
                  .header("Origin", proxy.url()));
      if (answer.status() != 303 || answer.location().startsWith("/login")) {
        return answer;
      }
      accepted.add(text);
      return null;
    }

    private void look(Browser browser) {
      ask(
          LIST,
          () -> {
            var answer = browser.get("/customers");
            return answer.status() == 200 ? null : answer;
          });
    }

    /** One request; null where it was answered as it should be. */
    private interface Request {
      Visit send();
    }

    private boolean ask(String what, Request request) {
      try {
        var answer = request.send();
        if (answer == null) {
          return true;
        }
        String said = what + ": " + answer.status() + " " + answer.location();
        // a conflict: the one before is still under way, on a node that stands still
        boolean again = answer.status() >= 500 || answer.status() == 409;
        (again && answer.html().contains("</main>") ? failed : wrong).add(said);
      } catch (UncheckedIOException e) {
        failed.add(what + ": " + e.getCause());
      }
      return false;
    }

    int failures() {
      return failed.size();
    }

    /** Of those who only looked. */
    long unread() {
      return failed.stream().filter(said -> said.startsWith(LIST)).count();
    }

    @Override
    public void close() {
      over = true;
      threads.shutdown();
      try {
        assertTrue(threads.awaitTermination(120, TimeUnit.SECONDS), "somebody waits for ever");
        for (var user : users) {
          user.get();
        }
      } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }

    /** All that was told to have been done is there, and nothing is there twice. */
    void assertKept() throws SQLException {
      assertEquals(List.of(), List.copyOf(wrong));
      var found = new HashMap<String, Integer>();
      try (var connection = DriverManager.getConnection(database.url(), PostgreSql.USER, "");
          var rows =
              connection
                  .createStatement()
                  .executeQuery(
                      "select text, count(*) from ticket_update where text like 'Bericht %' group by text")) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getInt(2));
        }
      }
      assertTrue(accepted.size() > USERS, "hardly anything was done: " + failed);
      accepted.forEach(name -> assertEquals(1, found.get(name), name));
      found.forEach((name, count) -> assertEquals(1, count, name));
    }
  }

  @Test
  @Order(1)
  void whereANodeIsKilledNothingIsLost() throws SQLException {
    var work = new Work();
    try (work) {
      one.awaitWork();
      two.awaitWork();
      for (int i = 0; i < KILLS; i++) {
        var node = i % 2 == 0 ? one : two;
        int before = work.failures();
        node.signal("KILL");
        node.close();
        (node == one ? two : one).awaitWork();
        int failures = work.failures() - before;
        assertTrue(failures <= USERS, failures + " failed at one kill: " + work.failed);
        node.start();
        node.awaitWork();
      }
    }
    work.assertKept();
  }

  @Test
  @Order(2)
  void whereANodeIsToldToEndNobodyNotices() throws SQLException {
    var work = new Work();
    try (work) {
      two.awaitWork();
      assertEquals(143, one.portal.end(60), "it ends by the signal, in order");
      two.awaitWork();
      assertEquals(0, work.failures(), work.failed.toString());
      one.close();
      one.start();
      one.awaitWork();
    }
    work.assertKept();
  }

  @Test
  @Order(3)
  void whereANodeStandsStillTheOtherGoesOn() throws SQLException {
    var work = new Work();
    try (work) {
      one.awaitWork();
      two.signal("STOP");
      long begun = System.nanoTime();
      while (System.nanoTime() - begun < STOPPED.toNanos()) {
        one.awaitWork();
      }
      two.signal("CONT");
      two.awaitWork();
      // what it had locked in the middle of something, nobody can write until the database ends it
      assertTrue(work.unread() <= USERS, work.failed.toString());
    }
    work.assertKept();
  }

  @Test
  @Order(4)
  void whereTheDatabaseIsOutOfReachOfOneTheOtherGoesOn() throws SQLException {
    var work = new Work();
    try (work) {
      two.awaitWork();
      line.cut();
      Eventually.holds("it says so", () -> !two.isReady());
      one.awaitWork();
      line.mend();
      two.awaitWork();
    }
    work.assertKept();
  }

  @Test
  @Order(5)
  void whereTheDatabaseStartsAgainBothGoOn() throws SQLException {
    var work = new Work();
    try (work) {
      one.awaitWork();
      database.stop();
      Eventually.holds("they say so", () -> !one.isReady() && !two.isReady());
      database.start();
      one.awaitWork();
      two.awaitWork();
    }
    work.assertKept();
  }
}
