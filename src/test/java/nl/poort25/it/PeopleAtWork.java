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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** People who write in a ticket and look at their customers, until they are told to stop. */
final class PeopleAtWork implements AutoCloseable {
  static final int USERS = 6;

  /** Of one of them: the page of a ticket has all that was written in it. */
  private static final Duration PACE = Duration.ofMillis(400);

  private static final String LIST = "the list";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final int number = COUNT.incrementAndGet();
  private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(USERS);
  private final List<Future<?>> users = new ArrayList<>();
  private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<String> failed = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final String portal;
  private final String ticket;
  private volatile boolean over;

  /**
   * @param portal its URL
   * @param ticket the path of its page
   */
  PeopleAtWork(String portal, String ticket) {
    this.portal = portal;
    this.ticket = ticket;
    for (int i = 0; i < USERS; i++) {
      String email = i % 2 == 0 ? "bram@havenkantoor.example" : "sanne@havenkantoor.example";
      int user = i;
      users.add(threads.submit(() -> work(user, Browser.at(portal, email))));
    }
  }

  /** One of the demo world, where a request and its ticket have one id. */
  static String ticket(String portal) {
    return "/tickets/"
        + Browser.at(portal, "sanne@havenkantoor.example")
            .get("/tickets")
            .find("/exemptions/(\\d+)\"[^<]*<[^§]{0,200}?>192\\.0\\.2\\.46<")
            .orElseThrow();
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
        browser.send(form.uri(URI.create(portal + ticket + "/updates")).header("Origin", portal));
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

  /** What failed, as a text. */
  String failed() {
    return failed.toString();
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
  void assertKept(PostgreSql database) throws SQLException {
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
