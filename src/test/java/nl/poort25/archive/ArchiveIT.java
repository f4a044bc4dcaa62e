package nl.poort25.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import nl.poort25.database.TestDatabase;
import nl.poort25.it.Browser;
import nl.poort25.it.Closing;
import nl.poort25.it.Eventually;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.PostgreSql;
import nl.poort25.it.Trials;
import nl.poort25.text.LocalizedTexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Two nodes on one PostgreSQL that has been in use for long, at once: the mails move to one archive
 * that both share. The second would move alarms as well, and finds a file that is not ours.
 */
@Tag(Trials.ON_ONE_DATABASE)
@TestMethodOrder(OrderAnnotation.class)
class ArchiveIT {
  private static final String TOKEN = "token-of-this-test";
  private static final int MAILS = 5_000;

  @TempDir static Path temporary;
  private static PostgreSql database;
  private static OtherPortal one;
  private static OtherPortal two;
  private static Instant now;

  @BeforeAll
  static void start() throws Exception {
    now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    database = new PostgreSql();
    var source = source();
    TestDatabase.migrate(source);
    run(
        "insert into outbox_mail (message_id, recipient, language, template, arguments, subject,"
            + " written_at, state, tries, sent_at)"
            + " select '<' || n || '@old>', 'r' || n || '@haven.example', 'nl', 'plain', 'a=b',"
            + " 'Oude mail ' || n, now() - interval '100 days', 'SENT', 1,"
            + " now() - interval '100 days' from generate_series(1, "
            + MAILS
            + ") n");
    run(
        "insert into alarm (kind, about, since, ended_at)"
            + " values ('SILENT', 'fw-old', '"
            + now.minus(9, ChronoUnit.DAYS)
            + "', '"
            + now.minus(8, ChronoUnit.DAYS)
            + "')");
    run(
        "update archive_horizon set moved_before = now() - interval '50 days'"
            + " where kind = 'GENERATION'");
    Files.createDirectory(alarms().getParent());
    Files.writeString(alarms(), "of somebody else");
    one = portal(Map.of("poort25.keep.mail.days", "30", "poort25.keep.states.days", "forever"));
    two = portal(Map.of("poort25.keep.mail.days", "30", "poort25.keep.states.days", "7"));
  }

  /** The file that the alarm would go to. */
  private static Path alarms() {
    var month = YearMonth.from(now.minus(8, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC));
    return temporary.resolve("archive").resolve("alarm-" + month + ".jsonl.gz");
  }

  private static OtherPortal portal(Map<String, String> settings) {
    var all = new java.util.HashMap<>(settings);
    all.put("poort25.monitoring.token", TOKEN);
    all.put("poort25.archive.folder", temporary.resolve("archive").toString());
    return new OtherPortal(database, all);
  }

  @AfterAll
  static void end() {
    Closing.all(two, one, database);
  }

  private static PGSimpleDataSource source() {
    var source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(PostgreSql.USER);
    return source;
  }

  private static void run(String statement) throws SQLException {
    try (var connection = source().getConnection();
        var sql = connection.createStatement()) {
      sql.executeUpdate(statement);
    }
  }

  private static long count(String what) {
    try (var connection = source().getConnection();
        var row = connection.createStatement().executeQuery("select count(*) from " + what)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ArchiveOfTest archive() {
    return new ArchiveOfTest(null, temporary.resolve("archive"));
  }

  private static String health(OtherPortal portal) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(portal.url() + "/health/ready"))
            .header("Authorization", "Bearer " + TOKEN)
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  @Test
  @Order(1)
  void whatIsOldMovesOnceWhicheverNodeMovesIt() {
    Eventually.holds("no old mail", () -> count("outbox_mail where subject like 'Oude%'") == 0);
    List<JsonObject> lines = archive().lines(ArchiveKind.MAIL);
    assertEquals(MAILS, lines.size());
    assertEquals(MAILS, lines.stream().map(line -> line.getString("recipient")).distinct().count());
    assertTrue(count("outbox_mail") > 0, "those of the demo world are young");
    assertEquals(1, archive().files().stream().filter(file -> file.startsWith("mail")).count());
  }

  @Test
  @Order(2)
  void theListSaysWhereTheyAre() {
    var mirjam = Browser.at(one.url(), "mirjam@routit.example");
    var page = mirjam.get("/backoffice/mail");
    assertTrue(page.says("in het archief op de server"), page.toString());
    assertFalse(mirjam.get("/backoffice/mail?recipient=r7@haven.example").says("Oude mail"));
  }

  @Test
  @Order(3)
  void thePageOfTheFirewallsSaysWhatItDoesNotKnowAnyMore() {
    var lieke = Browser.at(one.url(), "lieke@routit.example");
    var list = lieke.get("/backoffice/firewall");
    assertTrue(list.says("staan in het archief op de server"), list.toString());
    var then = now.minus(60, ChronoUnit.DAYS).atZone(LocalizedTexts.ZONE).toLocalDateTime();
    var page = lieke.get("/backoffice/firewall?address=192.0.2.10&at=" + then);
    assertTrue(page.says("Wat toen gold, staat niet meer in de portal"), page.toString());
    var later = now.minus(5, ChronoUnit.DAYS).atZone(LocalizedTexts.ZONE).toLocalDateTime();
    page = lieke.get("/backoffice/firewall?address=192.0.2.10&at=" + later);
    assertTrue(page.says("Toen was er nog geen generatie"), page.toString());
    assertFalse(page.says("Wat toen gold, staat niet meer"), page.toString());
  }

  @Test
  @Order(4)
  void whereAFileCannotBeWrittenItIsSaidOnceAndNothingGoes() throws Exception {
    Eventually.holds("it is in the log", () -> warnings() > 0);
    assertEquals(1, warnings());
    assertTrue(health(two).contains(alarms().toString()), health(two));
    assertFalse(health(one).contains(alarms().toString()), health(one));
    assertEquals(1, count("alarm where about = 'fw-old'"));
    assertEquals("of somebody else", Files.readString(alarms()));
  }

  private static long warnings() {
    return two.log().stream().filter(line -> line.contains("not all that is old moves")).count();
  }
}
