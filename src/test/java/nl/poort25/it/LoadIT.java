package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.poort25.demo.DemoWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A portal with the options that README gives Java, under load: how much memory it takes while
 * three people read and large mailboxes come in; then clients who hold what they can while people
 * work, alone, behind HAProxy and behind nginx.
 *
 * <p>In the build ten seconds of pages ({@code -Dit.runs=360} is an hour), and a fifth of the
 * clients but for the slow ones, of which there must be more than threads; the long form ({@code
 * -Ptrials}) has all.
 */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(900)
@TestMethodOrder(OrderAnnotation.class)
class LoadIT {
  private static final int SECONDS_OF_PAGES = 10 * Trials.RUNS;
  private static final int MEGABYTES = 900;
  private static final int READERS = 3;
  private static final List<String> OF_STAFF =
      List.of(
          "/backoffice",
          "/backoffice/domains",
          "/backoffice/abuse",
          "/backoffice/log",
          "/backoffice/firewall",
          "/backoffice/exemptions",
          "/policy");

  private static final boolean LONG = Trials.isLong();
  private static final int SLOW = 300;
  private static final int BROKEN = LONG ? 1000 : 200;
  private static final int PACKED = LONG ? 100 : 20;
  private static final int IDLE = LONG ? 500 : 100;

  /** How often people work meanwhile, each time with three pages. */
  private static final int TIMES = LONG ? 60 : 10;

  /** Where the machine has nothing else to do; other tests run beside this one in the build. */
  private static final long MILLISECONDS = LONG ? 1_000 : 5_000;

  private static final long LOG_BYTES = 100_000;
  private static final long HEAP_BYTES = 50_000_000;
  private static final String LARGE = "/webjars/tabler__core/1.4.0/dist/css/tabler.min.css";
  private static final String FORGED = "198.51.100.66";

  @TempDir private static Path folder;
  private static int debugging;
  private static String database;
  private static OtherPortal process;
  private static String portal;
  private int customers;

  @BeforeAll
  static void start() throws IOException {
    debugging = FreePort.find();
    database = "jdbc:h2:file:" + folder.resolve("portal");
    var options = new ArrayList<>(DocumentedStartTest.options());
    options.add(Interrupts.option(debugging));
    process =
        new OtherPortal(
            options,
            Map.of("poort25.db.url", database, "poort25.trusted.proxies", "127.0.0.1"),
            Map.of("MALLOC_ARENA_MAX", "2")); // as the documented start has it
    portal = process.url();
  }

  @AfterAll
  static void end() {
    if (process != null) {
      process.close();
    }
  }

  /** First, since it is the most that the portal ever took. */
  @Test
  @Order(1)
  void staysUnderTheBoundThatReadmeNames() throws IOException {
    var karim = Browser.at(portal, "karim@routit.example");
    var mailbox = Browser.SentFile.of("klachten.mbox", mailbox());
    for (int i = 0; i < 3; i++) {
      var taken = karim.uploadOne("/backoffice/abuse/reports", mailbox);
      assertTrue(taken.status() == 303 || taken.status() == 422, taken.toString());
    }
    var readers =
        Stream.generate(() -> CompletableFuture.runAsync(LoadIT::read)).limit(READERS).toList();
    readers.forEach(CompletableFuture::join);
    long megabytes = mostResident(process.pid());
    System.out.println("resident at most: " + megabytes + " MB");
    assertTrue(megabytes <= MEGABYTES, megabytes + " MB");
  }

  private static void read() {
    var karim = Browser.at(portal, "karim@routit.example");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_OF_PAGES);
    while (System.nanoTime() < end) {
      for (String path : OF_STAFF) {
        assertEquals(200, karim.get(path).status(), path);
      }
    }
  }

  /** Nearly as large as one may be. */
  private static String mailbox() {
    var all = new StringBuilder();
    for (int i = 0; all.length() < 10_200 * 1024; i++) {
      all.append("From reporter@example.org Mon Mar  2 09:00:00 2026\n")
          .append("From: reporter@example.org\nTo: abuse@routit.example\nSubject: spam ")
          .append(i)
          .append("\nMessage-ID: <")
          .append(i)
          .append("@example.org>\nDate: Mon, 2 Mar 2026 09:00:00 +0000\n\nfrom 185.28.40.10\n")
          .append("line of a message that somebody forwarded\n".repeat(400))
          .append('\n');
    }
    return all.toString();
  }

  private static long mostResident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  /** Last, since the portal ends with it. */
  @Test
  @Order(2)
  void peopleWorkOnWhileSlowClientsHoldWhatTheyCan() throws Exception {
    var worked = new TreeSet<String>();
    try (var interrupts = new Interrupts(debugging);
        var first = new Slow(portal, 1)) {
      first.begin();
      worked.add("127.0.0.70");
      work(portal, "127.0.0.70"); // what is loaded once is none of theirs
      attack(portal, "127.0.0.70", 20);
      long log = logged(process);
      long heap = heapInUse(process.pid());

      worked.add(holdsOut("alone", portal, "127.0.0.71"));
      try (var haproxy = ProxyBefore.haproxy(portal)) {
        worked.add(holdsOut("haproxy", haproxy.url(), "127.0.0.72"));
      }
      try (var nginx = ProxyBefore.nginx(portal)) {
        worked.add(holdsOut("nginx", nginx.url(), "127.0.0.73"));
      }

      // it took too long, or gave way to one of a thousand others
      assertTrue(Set.of(408, 503).containsAll(first.statuses()), "slow ones are ended");
      Eventually.holds("the heap is as it was", () -> heapInUse(process.pid()) - heap < HEAP_BYTES);
      long more = heapInUse(process.pid()) - heap;
      long lines = logged(process) - log;
      assertTrue(lines < LOG_BYTES, "the log grew by " + lines);
      assertEquals(List.of(), interrupts.seen());
      System.out.printf("slow clients: log %+d bytes, heap %+d bytes%n", lines, more);
    }
    process.end(60);
    assertEquals(worked, addresses(database));
  }

  private String holdsOut(String name, String url, String from) throws Exception {
    long longest = attack(url, from, SLOW);
    System.out.printf("slow clients, %s: longest page %d ms of %d%n", name, longest, 3 * TIMES);
    assertTrue(longest < MILLISECONDS, name + ": " + longest + " ms");
    return from;
  }

  /** All at once, and people who work meanwhile; milliseconds of their slowest page. */
  private long attack(String url, String from, int slowOnes) throws Exception {
    var idle = new ArrayList<RawConnection>();
    try (var slow = new Slow(url, slowOnes)) {
      slow.begin();
      for (int i = 0; i < IDLE; i++) {
        idle.add(new RawConnection(url));
      }
      for (int i = 0; i < BROKEN; i++) {
        breakOff(url, i);
        garble(url, i);
      }
      byte[] bomb = bomb();
      for (int i = 0; i < PACKED; i++) {
        String head = head("POST /login", bomb.length, "Content-Encoding: gzip");
        assertEquals(415, RawConnection.reply(url, head, bomb).status());
      }
      return work(url, from);
    } finally {
      for (var one : idle) {
        one.close();
      }
    }
  }

  private void breakOff(String url, int count) throws IOException {
    try (var connection = new RawConnection(url)) {
      int announced = count % 2 == 0 ? 200 : 100_000;
      connection.send(head("POST /login", announced), "email=".getBytes(UTF_8));
      connection.breakOff(count % 3 == 0);
    }
  }

  /** What is no HTTP, each time another, and answers that nobody waits for. */
  private static void garble(String url, int count) throws IOException {
    String line =
        switch (count % 4) {
          case 0 -> "GET /%zz" + count + " HTTP/1.1\r\nHost: portal\r\n\r\n";
          case 1 -> "GET /login HTTP/x" + count + "\r\nHost: portal\r\n\r\n";
          case 2 -> "GET /login HTTP/1.1\r\nHost: portal:x" + count + "\r\n\r\n";
          default -> "GET " + LARGE + " HTTP/1.1\r\nHost: portal\r\n\r\n";
        };
    try (var connection = new RawConnection(url)) {
      connection.send(line.getBytes(UTF_8));
      connection.breakOff(count % 3 == 0);
    }
  }

  /** A few kilobytes that would be 20 megabytes. */
  private static byte[] bomb() throws IOException {
    byte[] form = new byte[20_000_000];
    Arrays.fill(form, (byte) 'a');
    var all = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(all)) {
      gzip.write(form);
    }
    return all.toByteArray();
  }

  /** Signs in, reads and writes, and says to be somebody else; milliseconds of the slowest page. */
  private long work(String url, String from) throws IOException {
    String form = "email=sanne%40havenkantoor.example&password=" + DemoWorld.PASSWORD;
    var login = send(url, from, head("POST /login", form.length()), form);
    assertEquals(303, login.status(), login.text());
    String cookie = "Cookie: " + login.header("Set-Cookie").orElseThrow().split(";")[0];
    long longest = 0;
    for (int i = 0; i < TIMES; i++) {
      String customer = "name=Klant+" + ++customers;
      longest =
          Math.max(
              longest,
              Math.max(
                  timed(url, from, get("/domains", cookie), "", 200),
                  Math.max(
                      timed(url, from, get("/tickets", cookie), "", 200),
                      timed(
                          url,
                          from,
                          head("POST /customers", customer.length(), cookie),
                          customer,
                          303))));
    }
    return longest;
  }

  private static long timed(String url, String from, String head, String body, int status)
      throws IOException {
    long begun = System.nanoTime();
    var reply = send(url, from, head, body);
    assertEquals(status, reply.status(), reply.text());
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  private static RawConnection.Reply send(String url, String from, String head, String body)
      throws IOException {
    try (var connection = new RawConnection(url, from)) {
      connection.send(head, body.getBytes(UTF_8));
      return connection.reply();
    }
  }

  private String get(String path, String cookie) {
    return "GET "
        + path
        + " HTTP/1.1\nHost: portal\nConnection: close\nX-Forwarded-For: "
        + FORGED
        + "\n"
        + cookie;
  }

  private String head(String line, int length, String... more) {
    return line
        + " HTTP/1.1\nHost: portal\nConnection: close\nOrigin: "
        + portal
        + "\nX-Forwarded-For: "
        + FORGED
        + "\nX-Forwarded-For: 127.0.0.1\nContent-Type: application/x-www-form-urlencoded"
        + "\nContent-Length: "
        + length
        + (more.length == 0 ? "" : "\n" + String.join("\n", more));
  }

  /** Clients who send a form at a byte a second. */
  private final class Slow implements AutoCloseable {
    private final List<RawConnection> connections = new ArrayList<>();
    private final Thread sending = new Thread(this::send, "sends slowly");
    private volatile boolean ended;

    Slow(String url, int count) throws IOException {
      for (int i = 0; i < count; i++) {
        var connection = new RawConnection(url);
        connection.send(head("POST /login", i % 2 == 0 ? 500 : 200_000), "e".getBytes(UTF_8));
        connections.add(connection);
      }
    }

    void begin() {
      sending.setDaemon(true);
      sending.start();
    }

    private void send() {
      while (!ended) {
        for (var connection : connections) {
          try {
            connection.send("x".getBytes(UTF_8));
          } catch (IOException e) {
            // the portal has ended it
          }
        }
        java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      }
    }

    Set<Integer> statuses() throws IOException {
      var statuses = new TreeSet<Integer>();
      for (var connection : connections) {
        statuses.add(connection.status());
      }
      return statuses;
    }

    @Override
    public void close() throws IOException {
      ended = true;
      for (var connection : connections) {
        connection.close();
      }
    }
  }

  private static long logged(OtherPortal process) {
    return process.log().stream().mapToLong(line -> line.length() + 1L).sum();
  }

  /** Bytes after a full collection. */
  private static long heapInUse(long pid) {
    try {
      var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      var process = new ProcessBuilder(jcmd, "" + pid, "GC.class_histogram").start();
      try (var lines = process.inputReader()) {
        return lines
            .lines()
            .filter(line -> line.startsWith("Total"))
            .map(line -> line.strip().split("\\s+")[2])
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElseThrow();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Those that the audit log says of customers that this test added. */
  private static Set<String> addresses(String database) throws Exception {
    var addresses = new TreeSet<String>();
    try (var connection = DriverManager.getConnection(database, "sa", "");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select distinct actor_address from audit_entry where act = 'CustomerAdded'"
                    + " and actor_address is not null")) {
      while (rows.next()) {
        addresses.add(rows.getString(1));
      }
    }
    return addresses;
  }
}
