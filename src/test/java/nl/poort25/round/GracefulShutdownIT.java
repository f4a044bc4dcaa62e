package nl.poort25.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.PostgreSql;
import nl.poort25.it.Trials;
import nl.poort25.it.Visit;
import nl.poort25.mx.SilentResolver;
import nl.poort25.point.PointOfTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A process that is told to end while people work: what was answered as done is done, and only
 * that.
 */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(1800)
class GracefulShutdownIT {
  // one stop has thousands of requests
  private static final int RUNS = Trials.RUNS > 3 ? 10 : 1;
  private static final String SANNE = "sanne@havenkantoor.example";
  private static final int PEOPLE = 8;

  /** The exit status of who ends by SIGTERM. */
  private static final int TERMINATED = 143;

  @Test
  void requestsUnderWayEndAndNewOnesAreRefused() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      try (var database = new PostgreSql();
          var resolver = new SilentResolver();
          var portal =
              new OtherPortal(database, Map.of("poort25.dns.resolver", resolver.address()))) {
        stopsUnderLoad(database, resolver, portal);
      }
    }
  }

  @Test
  void aPointThatWaitsIsAnsweredAndNoFaultIsLogged() throws Exception {
    try (var portal = new OtherPortal(Map.of())) {
      var point = PointOfTest.at(portal.url(), "wacht");
      String etag = point.state().headers().firstValue("ETag").orElse("\"0\"");
      var one = point.waits(etag, 60);
      var other = point.waits(etag, 60);
      // whichever came first makes way for the other, which waits now
      CompletableFuture.anyOf(one, other).get(30, TimeUnit.SECONDS);
      var waiting = one.isDone() ? other : one;
      int before = portal.log().size();
      assertEquals(TERMINATED, portal.end(60));
      assertEquals(304, waiting.get(1, TimeUnit.SECONDS).statusCode());
      var log = portal.log();
      assertEquals(
          List.of(),
          log.subList(before, log.size()).stream()
              .filter(line -> line.matches(".*(SEVERE|Exception).*|\\s+at .*"))
              .toList());
    }
  }

  private static void stopsUnderLoad(
      PostgreSql database, SilentResolver resolver, OtherPortal portal) throws Exception {
    var work = new Work();
    var people = new ArrayList<Thread>();
    var customer = Browser.at(portal.url(), SANNE);
    for (int i = 0; i < PEOPLE; i++) {
      var person = Browser.at(portal.url(), SANNE);
      var one = new Thread(() -> work.add(person), "works while it stops");
      one.setDaemon(true);
      people.add(one);
    }
    people.forEach(Thread::start);
    int status;
    CompletableFuture<Visit> slow;
    try {
      slow = order(customer);
      Eventually.holds(
          "people work", () -> resolver.isAskedOf("stopt") && work.stored.size() >= 100);
      status = portal.end(60);
    } finally {
      work.ended = true;
    }
    for (var one : people) {
      one.join(TimeUnit.SECONDS.toMillis(60)); // it may have an answer in its hands
    }

    assertEquals(TERMINATED, status);
    var answer = slow.get(1, TimeUnit.SECONDS);
    assertEquals(422, answer.status(), "an order that was under way has its page");
    assertTrue(answer.html().contains("</html>"), "the whole of it");
    assertTrue(work.refused.get() > 0, "somebody came while it stopped");
    assertEquals(Set.of(), work.bare, "no refusal without a word");
    assertEquals(Set.of(), work.strange);
    var kept = customers(database);
    var lost = new TreeSet<>(work.stored);
    lost.removeAll(kept);
    assertEquals(Set.of(), lost, "answered as done, and not there");
    kept.removeAll(work.stored);
    assertEquals(Set.of(), kept, "there, and not answered as done");
    System.out.printf(
        "SIGTERM: %d stored, %d refused with a page, %d not connected%n",
        work.stored.size(), work.refused.get(), work.unanswered.get());
  }

  /** One that takes eight seconds, since nobody answers the portal. */
  private static CompletableFuture<Visit> order(Browser sanne) {
    var registered =
        sanne.post(
            "/domains/new", "name", "stopt.example", "action", "DO_NOT_MOVE", "dns", "elsewhere");
    assertEquals(303, registered.status(), registered.toString());
    return CompletableFuture.supplyAsync(
        () ->
            sanne.post(
                registered.location() + "/mail-services/new",
                "kind",
                "SMTP",
                "destination",
                "stopt.example",
                "acknowledged",
                "true"));
  }

  private static Set<String> customers(PostgreSql database) throws Exception {
    var names = new TreeSet<String>();
    try (var connection = DriverManager.getConnection(database.url(), PostgreSql.USER, "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select name from customer where name like 'Klant %'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /** What people did, and how they were answered. */
  private static final class Work {
    private final AtomicInteger count = new AtomicInteger();
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final Set<String> bare = ConcurrentHashMap.newKeySet();
    private final Set<String> strange = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean ended;

    private void add(Browser person) {
      while (!ended) {
        String name = "Klant " + count.incrementAndGet();
        try {
          take(name, person.post("/customers", "name", name));
        } catch (UncheckedIOException e) {
          unanswered.incrementAndGet();
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
      }
    }

    private void take(String name, Visit answer) {
      switch (answer.status()) {
        case 303 -> stored.add(name);
        case 503 -> {
          refused.incrementAndGet();
          if (answer.html().isEmpty()) {
            bare.add(name);
          } else if (!"close".equals(answer.header("connection"))) {
            strange.add(name + ": the connection stays open");
          }
        }
        default -> strange.add(name + ": " + answer);
      }
    }
  }
}
