package nl.poort25.it;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A portal of a test's own, with the demo world, beside the one under test. */
public final class OtherPortal implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final PortalProcess process;

  /** On that database. */
  public OtherPortal(PostgreSql database) {
    this(database.settings());
  }

  /** With these settings besides; without those of a database it has one in memory. */
  public OtherPortal(Map<String, String> settings) {
    var all = new LinkedHashMap<String, String>();
    all.put("poort25.db.url", "jdbc:h2:mem:it;DB_CLOSE_DELAY=-1");
    all.put("poort25.dns.resolver", "127.0.0.1:" + PortalUnderTest.dnsPort());
    all.putAll(settings);
    process =
        PortalProcess.start(
            "portal-other-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet(), all);
  }

  /** As a browser writes it, without a path. */
  public String url() {
    return process.url();
  }

  @Override
  public void close() {
    process.close();
  }
}
