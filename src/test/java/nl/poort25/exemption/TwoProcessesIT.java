package nl.poort25.exemption;

import static nl.poort25.exemption.Asking.SANNE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import nl.poort25.it.Browser;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.PostgreSql;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two portals on one PostgreSQL: what one may have is guarded by the database, since neither knows
 * what the other is doing (4.5, 4.7).
 */
class TwoProcessesIT {
  /** Each draft takes some fourteen requests to make. */
  private static final int MANY = Trials.isLong() ? 50 : 12;

  private static PostgreSql database;
  private static OtherPortal one;
  private static OtherPortal two;

  @BeforeAll
  static void start() {
    database = new PostgreSql();
    one = new OtherPortal(database);
    two = new OtherPortal(database);
  }

  @AfterAll
  static void stop() {
    for (AutoCloseable started : new AutoCloseable[] {two, one, database}) {
      close(started);
    }
  }

  private static void close(AutoCloseable started) {
    try {
      if (started != null) {
        started.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void requestsAtOnceForOneColocationLeaveRoomForTwoServers() throws Exception {
    // the demo world has one server in it, so that one place is left
    var sanne = Browser.at(one.url(), SANNE);
    var drafts = new ArrayList<Long>();
    for (int i = 0; i < MANY; i++) {
      drafts.add(
          Asking.servers(sanne, "COLOCATION", "COLO-0012", "192.0.2.4" + (i % 2 == 0 ? 1 : 3)));
    }
    assertEquals(1, AtOnce.send(drafts, browsers()));
  }

  @Test
  void requestsAtOnceForTheSamePairLeaveRoomForOne() throws Exception {
    var sanne = Browser.at(one.url(), SANNE);
    var drafts = new ArrayList<Long>();
    for (int i = 0; i < MANY; i++) {
      drafts.add(Asking.thirdParty(sanne, "ZAK-0331", "203.0.113.77", "192.0.2.97"));
    }
    assertEquals(1, AtOnce.send(drafts, browsers()));
  }

  /** Every other one at the other portal. */
  private static List<Browser> browsers() {
    var browsers = new ArrayList<Browser>();
    for (int i = 0; i < 10; i++) {
      browsers.add(Browser.at((i % 2 == 0 ? one : two).url(), SANNE));
    }
    return browsers;
  }
}
