package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.PostgreSql;
import nl.poort25.it.Trials;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A portal whose PostgreSQL goes away and comes back, or holds a table. */
@Tag(Trials.ON_ONE_DATABASE)
class DatabaseAwayIT {
  private static final String SANNE = "sanne@havenkantoor.example";
  private static final String TOKEN = "token-of-this-test";
  private static final int LOCK_SECONDS = 2;

  /** More than the pool has connections. */
  private static final int VISITS = 40;

  /** SQLSTATE of PostgreSQL: each of max_connections is in use. */
  private static final String TOO_MANY_CONNECTIONS = "53300";

  private static PostgreSql database;
  private static OtherPortal portal;

  @BeforeAll
  static void start() {
    database = new PostgreSql();
    portal =
        new OtherPortal(
            database,
            Map.of(
                "poort25.db.lock.seconds", "" + LOCK_SECONDS, "poort25.monitoring.token", TOKEN));
  }

  @AfterAll
  static void end() {
    if (portal != null) {
      portal.close();
    }
    if (database != null) {
      database.close();
    }
  }

  private static int health(String of) {
    return Browser.status(portal.url() + "/health/" + of, TOKEN);
  }

  private static void assertSaysSo(Visit visit, String sentence) {
    assertEquals(503, visit.status(), visit.toString());
    assertTrue(visit.says(sentence), visit.toString());
    assertNotNull(visit.header("Retry-After"));
    assertNotNull(visit.header("Content-Security-Policy"));
    assertFalse(visit.html().contains("Exception"));
  }

  @Test
  void everyPageSaysItAndNoneIsBlankWhenItIsBack() {
    var sanne = Browser.at(portal.url(), SANNE);
    String sheet = sanne.get("/").find("href=\"(/static/[^\"]*css[^\"]*)\"").orElseThrow();
    assertEquals(200, health("ready"));
    database.stop();
    for (String path : List.of("/", "/domains", "/customers", "/login", "/nowhere")) {
      assertSaysSo(sanne.get(path), "niet bij zijn gegevens");
    }
    assertEquals(200, sanne.get(sheet).status());
    assertSaysSo(sanne.inEnglish().get("/"), "cannot reach its data");
    assertEquals(503, health("ready"));
    assertEquals(503, Browser.status(portal.url() + "/health", TOKEN));
    assertEquals(200, health("live"));
    database.start();
    Eventually.holds("the portal is back", () -> sanne.get("/").status() == 200);
    for (int i = 0; i < VISITS; i++) {
      assertEquals(200, sanne.get("/domains").status());
    }
    assertEquals(200, health("ready"));
  }

  @Test
  void nobodySeesThatItWasRestartedMeanwhile() {
    var sanne = Browser.at(portal.url(), SANNE);
    sanne.get("/");
    database.stop();
    database.start();
    for (int i = 0; i < VISITS; i++) {
      assertEquals(200, sanne.get("/domains").status(), "visit " + i);
    }
  }

  /** Also what PostgreSQL keeps for its superuser, who all are here. */
  @Test
  void whereOthersHaveAllConnectionsEachPageSaysSoAndItGoesOn() throws Exception {
    var sanne = Browser.at(portal.url(), SANNE);
    assertEquals(200, sanne.get("/domains").status());
    var others = new ArrayList<Connection>();
    try {
      Eventually.holds(
          "no page has a connection",
          () -> {
            takeAllWithThoseOfThePortal(others);
            var page = sanne.get("/domains");
            if (page.status() == 200) {
              return false; // it was quicker
            }
            boolean away = page.says("niet bij zijn gegevens");
            assertSaysSo(page, away ? "niet bij zijn gegevens" : "duurt nu te lang");
            return health("ready") == 503 && health("live") == 200;
          });
    } finally {
      for (var other : others) {
        other.close();
      }
    }
    Eventually.holds("the portal is back", () -> sanne.get("/domains").status() == 200);
    for (int i = 0; i < VISITS; i++) {
      assertEquals(200, sanne.get("/domains").status());
    }
  }

  private static void takeAllWithThoseOfThePortal(List<Connection> taken) {
    try {
      takeAll(taken);
      try (var statement = taken.get(0).createStatement()) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend'"
                + " and application_name <> 'other' and pid <> pg_backend_pid()");
      }
      takeAll(taken);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void takeAll(List<Connection> taken) throws SQLException {
    try {
      while (true) {
        taken.add(
            DriverManager.getConnection(
                database.url() + "?ApplicationName=other", PostgreSql.USER, ""));
      }
    } catch (SQLException e) {
      if (!TOO_MANY_CONNECTIONS.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  @Test
  void aTableThatIsHeldHoldsNoPageLongerThanTheSetting() throws Exception {
    var sanne = Browser.at(portal.url(), SANNE);
    try (var holder = DriverManager.getConnection(database.url(), PostgreSql.USER, "");
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("lock table account in access exclusive mode");
      long begun = System.nanoTime();
      assertSaysSo(sanne.get("/"), "duurt nu te lang");
      assertSaysSo(
          Browser.visitor(portal.url()).post("/login", "email", SANNE, "password", "wrong"),
          "duurt nu te lang");
      long seconds = (System.nanoTime() - begun) / 1_000_000_000L;
      assertTrue(seconds < 8 * LOCK_SECONDS, seconds + " seconds for two pages");
      holder.rollback();
    }
    assertEquals(200, sanne.get("/").status());
  }
}
