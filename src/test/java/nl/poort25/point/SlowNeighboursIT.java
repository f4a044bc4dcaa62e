package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.poort25.abuse.Cases;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Closing;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.PostgreSql;
import nl.poort25.it.Trials;
import nl.poort25.mx.DueNames;
import nl.poort25.mx.SilentResolver;
import nl.poort25.outbox.SlowServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A mail server that takes 57 seconds for each letter, a resolver that answers nothing with 2,000
 * names due, or both: what is decided reaches the points as if they were not there, and the portal
 * says that they are. {@code -Dit.neighbour=mail|dns} leaves the other one out.
 */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(1800)
class SlowNeighboursIT {
  private static final int RUNS = Trials.RUNS;
  private static final String NEIGHBOUR = System.getProperty("it.neighbour", "both");
  private static final boolean MAIL = !NEIGHBOUR.equals("dns");
  private static final boolean DNS = !NEIGHBOUR.equals("mail");
  // the short form runs beside other tests: it shows that nobody waits for a neighbour
  private static final double MOST_SECONDS = RUNS >= 20 ? 5 : 20;
  private static final double MOST_SECONDS_OF_A_POLL = RUNS >= 20 ? 2 : 15;
  private static final int NAMES = 2_000;

  /** So that the asking does not keep from working what is waited for. */
  private static final long PAUSE = 100_000_000;

  private static PostgreSql database;
  private static SlowServer mail;
  private static SilentResolver resolver;
  private static OtherPortal portal;
  private static PointOfTest point;
  private static Browser karim;
  private static Browser sanne;

  @BeforeAll
  static void start() throws Exception {
    database = new PostgreSql();
    mail = new SlowServer(Duration.ofSeconds(57), Duration.ofHours(1));
    resolver = new SilentResolver();
    var settings = new LinkedHashMap<String, String>();
    settings.put("poort25.point.silent.seconds", "3600");
    if (MAIL) {
      settings.put("poort25.mail.host", "127.0.0.1");
      settings.put("poort25.mail.port", "" + mail.port());
    }
    if (DNS) {
      settings.put("poort25.dns.resolver", resolver.address());
      settings.put("poort25.mx.schedule", "true");
    }
    portal = new OtherPortal(database, settings);
    karim = Browser.at(portal.url(), Asking.REVIEWER);
    sanne = Browser.at(portal.url(), Asking.SANNE);
    point = PointOfTest.enforcingAt(portal.url(), "slow-neighbours");
    if (DNS) {
      try (var connection = DriverManager.getConnection(database.url(), PostgreSql.USER, "")) {
        DueNames.make(connection, "traagste", NAMES, Instant.now());
      }
    }
  }

  @AfterAll
  static void stop() {
    Closing.all(portal, resolver, mail, database);
  }

  /** The addresses of two lines of one partner. */
  private static String address(int run) {
    return run < 16 ? "192.0.2." + (96 + run) : "198.51.100." + (8 + run - 16);
  }

  private static String connection(int run) {
    return run < 16 ? "ZAK-0331" : "ZAK-0518";
  }

  private CompletableFuture<HttpResponse<String>> waits() {
    var now = point.state();
    return point.waits(now.headers().firstValue("ETag").orElseThrow(), 60);
  }

  @Test
  void whatIsDecidedReachesThePointsInTime() throws Exception {
    var sources = new ArrayList<String>();
    var asked = new ArrayList<Long>();
    for (int run = 0; run < RUNS; run++) {
      sources.add(Asking.source());
      asked.add(
          Asking.sent(
              sanne, Asking.thirdParty(sanne, connection(run), sources.get(run), address(run))));
    }
    if (MAIL) {
      await("a letter waits for its 250", () -> mail.letters() > mail.taken());
    }
    if (DNS) {
      await("the resolver is asked", () -> resolver.asked() > 0);
    }
    var approved = new ArrayList<Double>();
    var blocked = new ArrayList<Double>();
    var polls = new ArrayList<Double>();
    for (int run = 0; run < RUNS; run++) {
      String line = "pair " + sources.get(run) + " " + address(run);
      var waiting = waits();
      long begun = System.nanoTime();
      assertEquals(303, Asking.approve(karim, asked.get(run), List.of()).status());
      polls.add(afterItWasMade(waiting));
      approved.add(since(begun));
      point.turn();
      assertTrue(point.holds().contains(line), line);
      String page = Asking.staffPath(asked.get(run));
      await("open", () -> karim.get(page).says("teruggelezen in het netwerk"));
    }
    for (int run = 0; run < RUNS; run++) {
      String line = "pair " + sources.get(run) + " " + address(run);
      var waiting = waits();
      long begun = System.nanoTime();
      assertEquals(303, Cases.block(karim, address(run)).status());
      polls.add(afterItWasMade(waiting));
      point.turn();
      blocked.add(since(begun));
      assertTrue(!point.holds().contains(line), line);
    }
    assertWithin("approval to the point", approved, MOST_SECONDS);
    assertWithin("block to closed", blocked, MOST_SECONDS);
    assertWithin("generation to the answer of a long poll", polls, MOST_SECONDS_OF_A_POLL);
  }

  /** Seconds between the moment that a state was made and the answer that has it. */
  private static double afterItWasMade(CompletableFuture<HttpResponse<String>> waiting)
      throws Exception {
    assertEquals(200, waiting.get(60, TimeUnit.SECONDS).statusCode());
    var answered = Instant.now();
    try (var connection = DriverManager.getConnection(database.url(), PostgreSql.USER, "");
        var statement = connection.createStatement();
        var made =
            statement.executeQuery(
                "select max(made_at) from generation where target = 'FIREWALL'")) {
      assertTrue(made.next());
      Timestamp at = made.getTimestamp(1);
      return Duration.between(at.toInstant(), answered).toNanos() / 1e9;
    }
  }

  @Test
  void aLateRoundIsSeenWithoutMail() {
    var lieke = Browser.at(portal.url(), Asking.NETWORK);
    if (MAIL) {
      // something to send
      var noor = Browser.at(portal.url(), Asking.NOOR);
      Asking.sent(noor, Asking.thirdParty(noor, "ZAK-0904", Asking.source(), "192.0.2.19"));
      await("mail", () -> lieke.get("/backoffice/points").says("het versturen van mail"));
    }
    if (DNS) {
      await(
          "names",
          () -> lieke.get("/backoffice/points").says("het controleren van domeinen in de DNS"));
    }
    assertTrue(lieke.get("/backoffice").says("van de handhaving"), "on the home of staff");
    assertTrue(!lieke.get("/backoffice/points").says("het maken van toestanden"));
    assertTrue(!lieke.get("/backoffice/points").says("het antwoorden aan de handhavingspunten"));
  }

  @Test
  void anOrderIsAnsweredInTime() {
    if (!DNS) {
      return;
    }
    var registered =
        sanne.post(
            "/domains/new",
            "name",
            "bestelling.example",
            "action",
            "DO_NOT_MOVE",
            "dns",
            "elsewhere");
    assertEquals(303, registered.status(), registered.toString());
    long begun = System.nanoTime();
    var answer =
        sanne.post(
            registered.location() + "/mail-services/new",
            "kind",
            "SMTP",
            "destination",
            "mail.bestelling.example",
            "acknowledged",
            "true");
    assertEquals(422, answer.status(), answer.toString());
    assertWithin("order with a silent resolver", new ArrayList<>(List.of(since(begun))), 10);
  }

  @Test
  void thePoolsHaveAsManyThreadsAsTheyAreDefinedWith() throws Exception {
    var jcmd =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/jcmd", "" + portal.pid(), "Thread.print")
            .start();
    String threads = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    assertEquals(5, count(threads, "prompt-rounds"), threads);
    assertEquals(14, count(threads, "patient-rounds"), threads);
    assertEquals(3, count(threads, "concurrent/watch"), threads);
  }

  private static long count(String threads, String pool) {
    return threads.lines().filter(l -> l.startsWith("\"") && l.contains(pool)).count();
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, what);
      LockSupport.parkNanos(PAUSE);
    }
  }

  private static void assertWithin(String what, List<Double> seconds, double most) {
    Collections.sort(seconds);
    System.out.printf(
        "%s (%s): %d runs, median %.2f s, longest %.2f s%n",
        what,
        NEIGHBOUR,
        seconds.size(),
        seconds.get(seconds.size() / 2),
        seconds.get(seconds.size() - 1));
    assertTrue(seconds.get(seconds.size() - 1) <= most, what + ": " + seconds);
  }
}
