package nl.poort25.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** On that database, with these settings besides. */
  public OtherPortal(PostgreSql database, Map<String, String> settings) {
    this(joined(database.settings(), settings));
  }

  private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
    var all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }

  /** With these settings besides; without those of a database it has one in memory. */
  public OtherPortal(Map<String, String> settings) {
    process = PortalProcess.start(name(), PortalProcess.options(), all(settings), Map.of());
  }

  /**
   * @param options of Java, for a test of these
   * @param environment of the process
   */
  public OtherPortal(
      List<String> options, Map<String, String> settings, Map<String, String> environment) {
    process = PortalProcess.start(name(), options, all(settings), environment);
  }

  /**
   * @param environment of the process
   */
  public OtherPortal(Map<String, String> settings, Map<String, String> environment) {
    process = PortalProcess.start(name(), PortalProcess.options(), all(settings), environment);
  }

  /** On that port. */
  OtherPortal(int port, Map<String, String> settings) {
    process = PortalProcess.start(name(), port, PortalProcess.options(), all(settings), Map.of());
  }

  /** Of another release, on that port. */
  OtherPortal(Path war, int port, Map<String, String> settings) {
    process =
        PortalProcess.start(
            name(), war, port, PortalProcess.optionsOfOther(), all(settings), Map.of());
  }

  private static String name() {
    return "portal-other-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
  }

  private static Map<String, String> all(Map<String, String> settings) {
    var all = new LinkedHashMap<String, String>();
    all.put("poort25.db.url", "jdbc:h2:mem:it;DB_CLOSE_DELAY=-1");
    all.put("poort25.dns.resolver", "127.0.0.1:" + PortalUnderTest.dnsPort());
    all.putAll(settings);
    return all;
  }

  /** As a browser writes it, without a path. */
  public String url() {
    return process.url();
  }

  /** What its log says so far. */
  public List<String> log() {
    try {
      return Files.readAllLines(process.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of its process. */
  public long pid() {
    return process.pid();
  }

  /** Tells its process to end (SIGTERM), and waits until it has; the status that it ended with. */
  public int end(int seconds) {
    return process.end(seconds);
  }

  @Override
  public void close() {
    process.close();
  }
}
