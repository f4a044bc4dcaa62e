package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An upgrade under load: a node of the release before works on PostgreSQL while one of this release
 * starts, and both go on until the older one ends. It comes back only where the schema is one that
 * it knows.
 *
 * <p>The WAR of the release before is built from its commit and named by {@code -Dit.older.war}.
 */
@Tag(Trials.OLDER_RELEASE)
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(3600)
class OlderReleaseIT {
  private static final int PORT = FreePort.find();
  private static PostgreSql database;
  private static BalancedNode older;
  private static BalancedNode newer;
  private static ProxyBefore proxy;

  @BeforeAll
  static void start() {
    database = new PostgreSql();
    older = new BalancedNode(PORT, database.settings());
    newer = new BalancedNode(PORT, database.settings());
    older.start(older());
    proxy = ProxyBefore.twoNodes(PORT, older.port(), newer.port(), BalancedNode.TOKEN);
    Eventually.holds(
        "the proxy finds one that is ready",
        () -> Browser.visitor(proxy.url()).get("/login").status() == 200);
  }

  private static Path older() {
    String war = System.getProperty("it.older.war");
    assertTrue(war != null, "-Dit.older.war names the WAR of the release before");
    return Path.of(war).toAbsolutePath();
  }

  @AfterAll
  static void end() {
    Closing.all(proxy, older, newer, database);
  }

  @Test
  void bothGoOnSideBySideUntilTheOlderEnds() throws SQLException {
    var work = new PeopleAtWork(proxy.url(), PeopleAtWork.ticket(proxy.url()));
    try (work) {
      older.awaitWork();
      newer.start();
      newer.awaitWork();
      older.awaitWork(); // on the schema of the newer
      assertEquals(0, work.failures(), work.failed());
      assertEquals(143, older.end(), "it ends by the signal, in order");
      older.close();
      newer.awaitWork();
      assertEquals(0, work.failures(), work.failed());
    }
    work.assertKept(database);
    assertTrue(isRefused("is one of a newer portal"));
  }

  /** Payara may say that it is ready before the process ends. */
  private static boolean isRefused(String reason) {
    try {
      older.start(older());
    } catch (IllegalStateException e) {
      return e.getMessage().contains(reason);
    }
    Eventually.holds("it says why it ends", () -> older.log().contains(reason));
    return !older.isReady();
  }
}
