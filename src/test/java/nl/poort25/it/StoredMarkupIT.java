package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;

/**
 * No page shows as markup, or evaluates, what stands in the database, whoever wrote it there: in
 * every column of texts, so that a new one is among them by itself.
 */
class StoredMarkupIT {
  private static final String MARKUP =
      "\"'><img src=x onerror=alert(1)>${7919*7907}[[${7919*7907}]]";
  private static final String EVALUATED = String.valueOf(7919 * 7907);

  /** Shorter columns are codes and addresses. */
  private static final int SHORTEST_TEXT = 60;

  /** What a program reads again, and would not find its way in. */
  private static final String NO_TEXT =
      "flyway.*|name_lock.*|.*_(hash|key|secret|values|codes|digest|name_key)"
          + "|.*\\.(email|chain|mac|signature|digest|sha256|secret|hash|message_id|template|recipient)"
          + "|account\\.(roles|password_hash)|account_session\\.(flash|kept)|audit_entry\\.act"
          + "|(decision|opening)\\.(cites|refused_cites)|dns_check.*|enforcement_point\\.sources"
          + "|exemption\\.(destinations|measures|sources|verdict)|.*\\.held(_.*)?|generation.*"
          + "|network_import\\.content|outbox_mail\\.arguments|overruling\\.(rule|offenders)"
          + "|point_drift\\.text|registration\\.(name|reversed_name|proof_token|doubted_name)"
          + "|refused_claim.*|relay_destination.*|login_failure.*|alarm\\.about"
          + "|mail_service\\.(name|violations|.*destination|.*local_part)|data_key.*"
          + "|standard_answer\\.articles|abuse_case_address.*\\.cidr";

  @Test
  void isShownAsText() throws SQLException {
    System.setProperty("h2.bindAddress", "127.0.0.1");
    var server = Server.createTcpServer("-tcpPort", "" + FreePort.find(), "-ifNotExists").start();
    String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:markup;DB_CLOSE_DELAY=-1";
    try (var portal = new OtherPortal(Map.of("poort25.db.url", url));
        var database = DriverManager.getConnection(url, "sa", "")) {
      var readers =
          List.of(
              Browser.at(portal.url(), "mirjam@routit.example"),
              Browser.at(portal.url(), "sanne@havenkantoor.example"),
              Browser.at(portal.url(), "joris@molenwiek.example"));
      var filled = fill(database);
      assertTrue(filled.size() > 30, filled::toString);
      var faults = new TreeSet<String>();
      int pages = 0;
      long shown = 0;
      for (var reader : readers) {
        var crawl = Crawl.of(reader, "/", "/backoffice");
        pages += crawl.answers().size();
        shown +=
            crawl.answers().values().stream()
                .filter(visit -> visit.html().contains("&lt;img src=x"))
                .count();
        crawl.answers().forEach((path, visit) -> look(path, visit, faults));
      }
      assertEquals(new TreeSet<String>(), faults);
      assertTrue(pages > 250, "pages: " + pages);
      assertTrue(shown > 150, "pages that show it: " + shown + " of " + pages);
    } finally {
      server.stop();
    }
  }

  private static void look(String path, Visit visit, Set<String> faults) {
    if (visit.status() >= 500) {
      faults.add(path + " -> " + visit.status());
    } else if (visit.html().contains("<img src=x") || visit.html().contains(EVALUATED)) {
      int at = Math.max(visit.html().indexOf("<img src=x"), visit.html().indexOf(EVALUATED));
      faults.add(path + ": " + visit.html().substring(Math.max(0, at - 80), at + 20));
    }
  }

  /** The columns that have it now. */
  private static List<String> fill(Connection database) throws SQLException {
    var filled = new ArrayList<String>();
    try (var statement = database.createStatement();
        var query =
            database.prepareStatement(
                "select table_name, column_name, character_maximum_length from"
                    + " information_schema.columns where table_schema = 'PUBLIC'"
                    + " and data_type like 'CHARACTER%' and character_maximum_length >= ?")) {
      statement.execute("drop trigger audit_entry_append_only");
      query.setInt(1, SHORTEST_TEXT);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          String table = rows.getString(1).toLowerCase(Locale.ROOT);
          String column = rows.getString(2).toLowerCase(Locale.ROOT);
          if (!(table + "." + column).matches(NO_TEXT)) {
            statement.executeUpdate(
                "update %s set %s = left('%s' || %2$s, %d) where %2$s is not null"
                    .formatted(table, column, MARKUP.replace("'", "''"), rows.getInt(3)));
            filled.add(table + "." + column);
          }
        }
      }
    }
    return filled;
  }
}
