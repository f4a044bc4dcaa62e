package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What no page may say: every page of staff and partners, of a portal of another provider with
 * another policy, with markup in every text of its database.
 */
class EveryPageIT {
  private static final Map<String, String> OTHER_SETTINGS =
      Map.ofEntries(
          Map.entry("poort25.provider.name", "Noordnet"),
          Map.entry("poort25.provider.administration", "KAART"),
          Map.entry("poort25.provider.contact", "hulp@noordnet.example"),
          Map.entry("poort25.provider.price.contact", "verkoop@noordnet.example"),
          Map.entry("poort25.relays", "5 smtp.routit.net, 15 smtp1.routit.net"),
          Map.entry("poort25.exemption.servers", "3"),
          Map.entry("poort25.exemption.source.ipv4", "26"),
          Map.entry("poort25.exemption.source.ipv6", "60"),
          Map.entry("poort25.exemption.confirm.months", "7"),
          Map.entry("poort25.term.working.days", "4"),
          Map.entry("poort25.term.closing", "16:30"));

  private static final Pattern OF_ANOTHER =
      Pattern.compile(
          "RoutIT|IRMA|support@routit|sales@routit|\\b(2|twee|two) (mailservers?|mail servers?)"
              + "|\\b(2|twee|two|tweede|second) (werkdag|working day)|(boven|above) 20\\b"
              + "|een /24|a /24|\\(/24|per jaar|once a year");

  private static final Pattern STRAY_COMMA = Pattern.compile(".{0,40}[ |][,;](?=[ |]).{0,20}");

  private static final String MARKUP =
      "\"'><img src=x onerror=alert(1)>${7919*7907}[[${7919*7907}]]";
  private static final int LARGEST_PAGE = 20_000;
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

  /** By who reads it; each in one language, since BundlesTest looks at the texts of both. */
  private static final Map<String, String> READERS =
      new TreeMap<>(
          Map.of(
              "lieke@routit.example", "en",
              "mirjam@routit.example", "nl",
              "sanne@havenkantoor.example", "nl",
              "joris@molenwiek.example", "nl"));

  private static final Map<String, Crawl> CRAWLS = new TreeMap<>();
  private static List<String> filled;

  @BeforeAll
  static void read() throws SQLException {
    var settings = new TreeMap<>(OTHER_SETTINGS);
    try (var own = new OwnDatabase()) {
      settings.putAll(own.settings());
      read(settings, own);
    }
  }

  private static void read(Map<String, String> settings, OwnDatabase own) throws SQLException {
    try (var portal = new OtherPortal(settings);
        var database = own.open()) {
      var readers = new TreeMap<String, Browser>();
      READERS.keySet().forEach(email -> readers.put(email, Browser.at(portal.url(), email)));
      filled = fill(database);
      readers.forEach((email, reader) -> CRAWLS.put(email, crawl(reader, READERS.get(email))));
    }
  }

  @AfterAll
  static void forget() {
    CRAWLS.clear();
  }

  private static Crawl crawl(Browser reader, String language) {
    assertEquals(303, reader.post("/language", "language", language, "back", "/").status());
    return Crawl.of(reader, "/", "/backoffice", "/policy", "/exemptions/new");
  }

  @Test
  void saysWhatTheSettingsOfAnotherProviderAre() {
    var faults = new TreeSet<String>();
    CRAWLS.forEach(
        (email, crawl) -> {
          crawl.answers().forEach((path, page) -> findOther(path, page.html(), faults));
          String policy = crawl.answers().get("/policy").html();
          for (String own :
              List.of("Noordnet", "KAART", "3 mail", "4 w", "16:30", "5 smtp.", "/26")) {
            assertTrue(policy.contains(own), email + " does not read " + own);
          }
        });
    assertEquals(new TreeSet<String>(), faults);
  }

  private static void findOther(String path, String html, Set<String> faults) {
    var text = html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    var found = OF_ANOTHER.matcher(text);
    while (found.find()) {
      faults.add(path + ": " + text.substring(Math.max(0, found.start() - 60), found.end()));
    }
  }

  /** Between parts of a sentence that a template puts together. */
  @Test
  void noPageHasASpaceBeforeAComma() {
    var faults = new TreeSet<String>();
    CRAWLS.values().stream()
        .flatMap(crawl -> crawl.answers().entrySet().stream())
        .forEach(
            page ->
                STRAY_COMMA
                    .matcher(sentences(page.getValue().html()))
                    .results()
                    .forEach(found -> faults.add(page.getKey() + ": " + found.group())));
    assertEquals(new TreeSet<String>(), faults);
  }

  /** On a slow line: style sheets and script are there from the first page on. */
  @Test
  void noPageIsLargerThanAFewKilobytesOnTheWire() {
    var faults = new TreeSet<String>();
    CRAWLS.values().stream()
        .flatMap(crawl -> crawl.answers().entrySet().stream())
        .filter(page -> page.getValue().html().contains("<html"))
        .forEach(
            page -> {
              int size = compressed(page.getValue().html());
              if (size > LARGEST_PAGE) {
                faults.add(page.getKey() + ": " + size);
              }
            });
    assertEquals(new TreeSet<String>(), faults);
  }

  private static int compressed(String html) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(html.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }

  /** What a page says, without what programs wrote; tags within a sentence leave nothing. */
  private static String sentences(String html) {
    return html.replaceAll("(?s)<(pre|textarea|code|template|script)\\b.*?</\\1>", "x")
        .replaceAll("</?(span|a|small|strong|time|b|em|s)\\b[^>]*>", "")
        .replaceAll("<[^>]*>", "|")
        .replaceAll("\\s+", " ");
  }

  /**
   * Whoever wrote it there: in every column of texts, so that a new one is among them by itself.
   */
  @Test
  void showsMarkupAsTextAndEvaluatesNone() {
    assertTrue(filled.size() > 30, filled::toString);
    var faults = new TreeSet<String>();
    int pages = 0;
    long shown = 0;
    for (var crawl : CRAWLS.values()) {
      pages += crawl.answers().size();
      shown +=
          crawl.answers().values().stream()
              .filter(visit -> visit.html().contains("&lt;img src=x"))
              .count();
      crawl.answers().forEach((path, visit) -> findMarkup(path, visit, faults));
    }
    System.out.printf("pages that show what is stored: %d of %d%n", shown, pages);
    assertEquals(new TreeSet<String>(), faults);
    assertTrue(pages > 250, "pages: " + pages);
    assertTrue(shown > 150, "pages that show it: " + shown + " of " + pages);
  }

  private static void findMarkup(String path, Visit visit, Set<String> faults) {
    if (visit.status() >= 500) {
      faults.add(path + " -> " + visit.status());
    } else if (visit.html().contains("<img src=x") || visit.html().contains(EVALUATED)) {
      int at = Math.max(visit.html().indexOf("<img src=x"), visit.html().indexOf(EVALUATED));
      faults.add(path + ": " + visit.html().substring(Math.max(0, at - 80), at + 20));
    }
  }

  /** The columns that have it now. */
  private static List<String> fill(Connection database) throws SQLException {
    var columns = new ArrayList<String>();
    try (var statement = database.createStatement();
        var query =
            database.prepareStatement(
                "select table_name, column_name, character_maximum_length from"
                    + " information_schema.columns where upper(table_schema) = 'PUBLIC'"
                    + " and upper(data_type) like 'CHARACTER%'"
                    + " and character_maximum_length >= ?")) {
      OwnDatabase.dropAppendOnlyTrigger(database);
      query.setInt(1, SHORTEST_TEXT);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          String table = rows.getString(1).toLowerCase(Locale.ROOT);
          String column = rows.getString(2).toLowerCase(Locale.ROOT);
          if (!(table + "." + column).matches(NO_TEXT)) {
            statement.executeUpdate(
                "update %s set %s = left('%s' || %2$s, %d) where %2$s is not null"
                    .formatted(table, column, MARKUP.replace("'", "''"), rows.getInt(3)));
            columns.add(table + "." + column);
          }
        }
      }
    }
    return columns;
  }
}
