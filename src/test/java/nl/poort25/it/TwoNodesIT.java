package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
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
  private static final int KILLS = Trials.isLong() ? 20 : 3;
  private static final Duration STOPPED = Duration.ofSeconds(Trials.isLong() ? 60 : 10);
  private static final int PORT = FreePort.find();

  private static PostgreSql database;
  private static CutLine line;
  private static BalancedNode one;
  private static BalancedNode two;
  private static ProxyBefore proxy;
  private static String ticket;

  @BeforeAll
  static void start() {
    database = new PostgreSql();
    line = new CutLine(database.port());
    one = new BalancedNode(PORT, database.settings());
    one.start();
    var byTheLine = new LinkedHashMap<>(database.settings());
    byTheLine.put("poort25.db.url", PostgreSql.url(line.port()));
    two = new BalancedNode(PORT, byTheLine);
    two.start();
    proxy = ProxyBefore.twoNodes(PORT, one.port(), two.port(), BalancedNode.TOKEN);
    Eventually.holds(
        "the proxy finds one that is ready",
        () -> Browser.visitor(proxy.url()).get("/login").status() == 200);
    ticket = PeopleAtWork.ticket(proxy.url());
  }

  @AfterAll
  static void end() {
    Closing.all(proxy, two, one, line, database);
  }

  @Test
  @Order(1)
  void whereANodeIsKilledNothingIsLost() throws SQLException {
    var work = new PeopleAtWork(proxy.url(), ticket);
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
        assertTrue(
            failures <= PeopleAtWork.USERS, failures + " failed at one kill: " + work.failed());
        node.start();
        node.awaitWork();
      }
    }
    work.assertKept(database);
  }

  @Test
  @Order(2)
  void whereANodeIsToldToEndNobodyNotices() throws SQLException {
    var work = new PeopleAtWork(proxy.url(), ticket);
    try (work) {
      two.awaitWork();
      assertEquals(143, one.end(), "it ends by the signal, in order");
      two.awaitWork();
      assertEquals(0, work.failures(), work.failed());
      one.close();
      one.start();
      one.awaitWork();
    }
    work.assertKept(database);
  }

  @Test
  @Order(3)
  void whereANodeStandsStillTheOtherGoesOn() throws SQLException {
    var work = new PeopleAtWork(proxy.url(), ticket);
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
      assertTrue(work.unread() <= PeopleAtWork.USERS, work.failed());
    }
    work.assertKept(database);
  }

  @Test
  @Order(4)
  void whereTheDatabaseIsOutOfReachOfOneTheOtherGoesOn() throws SQLException {
    var work = new PeopleAtWork(proxy.url(), ticket);
    try (work) {
      two.awaitWork();
      line.cut();
      Eventually.holds("it says so", () -> !two.isReady());
      one.awaitWork();
      line.mend();
      two.awaitWork();
    }
    work.assertKept(database);
  }

  @Test
  @Order(5)
  void whereTheDatabaseStartsAgainBothGoOn() throws SQLException {
    var work = new PeopleAtWork(proxy.url(), ticket);
    try (work) {
      one.awaitWork();
      database.stop();
      Eventually.holds("they say so", () -> !one.isReady() && !two.isReady());
      database.start();
      one.awaitWork();
      two.awaitWork();
    }
    work.assertKept(database);
  }
}
