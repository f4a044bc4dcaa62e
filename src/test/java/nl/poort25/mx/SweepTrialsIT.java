package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import nl.poort25.it.Browser;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.PostgreSql;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The schedule looks at 10,000 names that are due at once, in a real portal that asks a local DNS
 * server, then at 10,000 others of which each tenth is silent: how long that takes, what processor
 * it takes, and how fast pages are meanwhile. The build counts statements instead (DnsSweepTest).
 */
@Tag(Trials.LONG_FORM)
@Timeout(1800)
class SweepTrialsIT {
  private static final int NAMES = Integer.getInteger("it.names", 10_000);
  private static final List<String> OPTIONS = List.of("-Xmx448m", "-XX:+UseSerialGC");
  private static final Duration WARM_UP = Duration.ofMinutes(3);
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  /** Between two pages: one person who clicks, and not a load of its own. */
  private static final long PAUSE = 25_000_000;

  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  @Test
  void looksAtTenThousandNamesOnH2(@TempDir Path folder) throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("poort25");
    sweep("H2", Map.of("poort25.db.url", url), url, "sa");
  }

  @Test
  void looksAtTenThousandNamesOnPostgreSql() throws Exception {
    try (var database = new PostgreSql()) {
      sweep("PostgreSQL", database.settings(), database.url(), PostgreSql.USER);
    }
  }

  private void sweep(String what, Map<String, String> database, String url, String user)
      throws Exception {
    try (var dns = TestDns.start()) {
      var settings = new LinkedHashMap<>(database);
      settings.put("poort25.dns.resolver", dns.address());
      answer(dns, "vlot", Script.HONEST);
      answer(dns, "traag", Script.SILENT);
      try (var portal = new OtherPortal(OPTIONS, settings, Map.of())) {
        portal.end(30); // it has made the demo world
      }
      Instant begin = Instant.now().plus(WARM_UP);
      Instant silent = begin.plus(Duration.ofSeconds(45)).plus(BETWEEN);
      try (var connection = DriverManager.getConnection(url, user, "")) {
        DueNames.make(connection, "vlot", NAMES, begin);
        DueNames.make(connection, "traag", NAMES, silent);
      }
      settings.put("poort25.mx.schedule", "true");
      try (var portal = new OtherPortal(OPTIONS, settings, Map.of())) {
        measure(what + ", all answer", portal, dns, "vlot", begin);
        measure(what + ", a tenth is silent", portal, dns, "traag", silent);
        portal.end(30);
      }
      try (var connection = DriverManager.getConnection(url, user, "")) {
        tell(what + ", all answer", connection, "vlot", begin);
        tell(what + ", a tenth is silent", connection, "traag", silent);
      }
    }
  }

  /** Of ten names six are right, one has other records, one none, one is not there. */
  private void answer(TestDns dns, String label, Script tenth) {
    for (int i = 1; i <= NAMES; i++) {
      String name = label + "-" + i + DueNames.TOP;
      switch (i % 10) {
        case 1 -> dns.name(name);
        case 2 -> dns.forget(name);
        case 3 -> dns.name(name, "MX 10 mail.elders.nl");
        default -> dns.name(name, "MX 10 smtp.routit.net", "MX 20 smtp1.routit.net");
      }
      var script = i % 10 == 0 ? tenth : Script.HONEST;
      dns.script(
          name,
          (query, reply, wire, overTcp) -> {
            asked.add(name);
            return script.reply(query, reply, wire, overTcp);
          });
    }
  }

  private void measure(String what, OtherPortal portal, TestDns dns, String label, Instant begin)
      throws Exception {
    var browser = Browser.at(portal.url(), "sanne@havenkantoor.example");
    var idle = new ArrayList<Double>();
    var meanwhile = new ArrayList<Double>();
    asked.clear();
    long processor = 0;
    int questions = 0;
    while (asked.size() < NAMES) {
      LockSupport.parkNanos(PAUSE);
      double page = page(browser, label);
      Instant now = Instant.now();
      assertTrue(now.isBefore(begin.plusSeconds(600)), () -> asked.size() + " names were asked");
      if (!asked.isEmpty()) {
        meanwhile.add(page);
      } else if (now.isBefore(begin)) {
        processor = processorMillis(portal);
        questions = dns.askedOverUdp();
        if (now.isAfter(begin.minusSeconds(20))) {
          idle.add(page);
        }
      }
    }
    double used = (processorMillis(portal) - processor) / 1e3;
    double ratio = median(meanwhile) / median(idle);
    System.out.printf(
        "SWEEP %s: all asked after %.1f s, %d questions, processor %.1f s with %d pages; a page %.1f"
            + " ms idle (%d), %.1f ms meanwhile, ratio %.2f%n",
        what,
        Duration.between(begin, Instant.now()).toMillis() / 1e3,
        dns.askedOverUdp() - questions,
        used,
        meanwhile.size(),
        median(idle),
        idle.size(),
        median(meanwhile),
        ratio);
    LockSupport.parkNanos(Duration.ofSeconds(15).toNanos()); // the last of them are stored
  }

  private static void tell(String what, Connection connection, String label, Instant begin)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*), max(c.checked_at) from registration r join dns_check c"
                    + " on c.registration_id = r.id where c.running_since is null and r.name like '"
                    + label
                    + "-%'")) {
      assertTrue(rows.next());
      double seconds = Duration.between(begin, rows.getTimestamp(2).toInstant()).toMillis() / 1e3;
      System.out.printf("SWEEP %s: %d looked at in %.1f s%n", what, rows.getInt(1), seconds);
      assertEquals(NAMES, rows.getInt(1));
    }
  }

  private static long processorMillis(OtherPortal portal) {
    var process = ProcessHandle.of(portal.pid()).orElseThrow();
    return process.info().totalCpuDuration().orElseThrow().toMillis();
  }

  /** Milliseconds of a list that was not asked for before. */
  private static double page(Browser browser, String label) {
    long begun = System.nanoTime();
    var page = browser.get("/domains?q=" + label + "-" + begun % 9_973);
    assertEquals(200, page.status(), page::toString);
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double median(List<Double> numbers) {
    Collections.sort(numbers);
    return numbers.get(numbers.size() / 2);
  }
}
