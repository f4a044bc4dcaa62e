package nl.poort25.it;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The portal that the in-container tests of this process share: started when the first of them asks
 * for it, ended with the process. Each process has its own, on free ports, with a database of its
 * own: in memory, or with {@code -Dit.db=postgresql} on a server that is started for it.
 */
public final class PortalUnderTest {
  private static final int DNS_PORT = FreePort.find();
  private static PortalUnderTest running;
  private final PostgreSql database;
  private final PortalProcess process;

  private PortalUnderTest() {
    database = isOnPostgreSql() ? new PostgreSql() : null;
    var settings = new LinkedHashMap<String, String>();
    settings.put("poort25.trusted.proxies", "127.0.0.1");
    settings.put("poort25.dns.resolver", "127.0.0.1:" + DNS_PORT);
    settings.put("poort25.dns.timeout.seconds", "2");
    settings.put("poort25.guard.lines", "40");
    settings.put("poort25.relay.mailstore", "192.0.2.9");
    settings.put("poort25.monitoring.token", "token-of-the-tests");
    settings.put("poort25.point.silent.seconds", "6");
    settings.put("poort25.canary.wait.seconds", "20");
    settings.putAll(
        database == null
            ? Map.of("poort25.db.url", "jdbc:h2:mem:it;DB_CLOSE_DELAY=-1")
            : database.settings());
    process = PortalProcess.start("portal-it-" + ProcessHandle.current().pid(), settings);
    process.keepClasses();
  }

  /** Whether the tests are to run on PostgreSQL. */
  public static boolean isOnPostgreSql() {
    return switch (System.getProperty("it.db", "h2")) {
      case "h2" -> false;
      case "postgresql" -> true;
      default -> throw new IllegalArgumentException("it.db is h2 or postgresql");
    };
  }

  /** As a browser writes it, without a path. */
  static synchronized String url() {
    if (running == null) {
      running = new PortalUnderTest();
      Runtime.getRuntime().addShutdownHook(new Thread(running::end, "ends the portal under test"));
    }
    return running.process.url();
  }

  /** Where it asks the DNS: a test that wants answers starts one there. */
  public static int dnsPort() {
    return DNS_PORT;
  }

  private void end() {
    process.close();
    if (database != null) {
      database.close();
    }
  }
}
