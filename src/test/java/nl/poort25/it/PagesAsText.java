package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Writes every page that six accounts can reach, in both languages, with rows of every state in
 * every list: made before and after a change of the code alone, the two folders do not differ. Run
 * by hand, on the same day of the portal's clock, with {@code -Dit.test=PagesAsText
 * -Dpages.folder=…}.
 */
class PagesAsText {
  private static final int MOST = 3000;
  private static final String NOW = "2026-11-25 10:00:00";

  private static final Map<String, String> PEOPLE = new LinkedHashMap<>();

  static {
    PEOPLE.put("partner-admin", "sanne@havenkantoor.example");
    PEOPLE.put("partner-user", "bram@havenkantoor.example");
    PEOPLE.put("reviewer", "karim@routit.example");
    PEOPLE.put("network", "lieke@routit.example");
    PEOPLE.put("administrator", "mirjam@routit.example");
    PEOPLE.put("auditor", "oscar@routit.example");
  }

  @Test
  void ofEverybody() throws Exception {
    String folder = System.getProperty("pages.folder");
    assumeTrue(folder != null, "-Dpages.folder=… says where to");
    try (var own = new OwnDatabase();
        var portal =
            new OtherPortal(
                ListRows.settings(own), FakedClock.environment(Map.of("FAKETIME", "@" + NOW)));
        var database = own.open()) {
      database.setAutoCommit(false);
      var rows = new ListRows(database);
      rows.fill();
      database.commit();
      for (var somebody : PEOPLE.entrySet()) {
        for (String language : List.of("nl", "en")) {
          var reader = Browser.at(portal.url(), somebody.getValue());
          if (language.equals("en")) {
            reader.inEnglish();
          }
          boolean isPartner = somebody.getKey().startsWith("partner");
          var file = Path.of(folder, somebody.getKey() + "-" + language + ".txt");
          write(file, Crawl.of(reader, MOST, starts(isPartner, rows)));
        }
      }
    }
  }

  private static List<String> starts(boolean isPartner, ListRows rows) {
    var starts = new ArrayList<>(List.of(isPartner ? "/" : "/backoffice", "/policy", "/account"));
    var walks =
        isPartner
            ? ListWalks.ofPartner(rows.partner())
            : ListWalks.ofStaff(rows.partner(), rows.firewall);
    walks.stream().map(Walk::path).distinct().sorted().forEach(starts::add);
    return starts;
  }

  private static void write(Path file, Crawl crawl) throws IOException {
    var text = new StringBuilder();
    crawl
        .answers()
        .forEach(
            (path, visit) ->
                text.append("==== ")
                    .append(path)
                    .append(' ')
                    .append(visit.status())
                    .append(visit.location() == null ? "" : " to " + visit.location())
                    .append('\n')
                    .append(masked(visit.html()))
                    .append('\n'));
    assertTrue(crawl.answers().size() > 50, () -> file + " has " + crawl.answers().size());
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    System.out.println(file + ": " + crawl.answers().size() + " pages");
  }

  /** Without what differs from one run to the next: minutes, marks, keys, indentation. */
  private static String masked(String html) {
    return html.replaceAll("http://127\\.0\\.0\\.1:\\d+", "http://portal")
        .replaceAll("sealed:[0-9a-f]{16}:[A-Za-z0-9+/=]+", "sealed")
        .replaceAll("\\?v=[0-9a-f]+", "?v=")
        .replaceAll("[0-9a-f]{16,}", "digest")
        .replaceAll(" d=\"M[^\"]*\"", "")
        .replaceAll("(id=\"secret\">)[A-Z2-7 ]+|MCowBQYDK2VwAyEA[A-Za-z0-9+/]+=", "$1key")
        .replaceAll("data-left=\"\\d+\"", "data-left")
        // what the log is read on by, its seal, and what a count of time says
        .replaceAll("after=2026[^\"&]*?(%7E|~)\\d+", "after=")
        .replaceAll("poort25-log [^<]*", "poort25-log")
        .replaceAll("(Totale tijd|Total time)</dt><dd>[^<]*", "$1</dt><dd>")
        .replaceAll("\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?Z?)?", "time")
        .replaceAll(">\\s+<", ">\n<")
        .replaceAll("(?m)^[ \\t]+|[ \\t]+$", "")
        .replaceAll("\n{2,}", "\n");
  }
}
