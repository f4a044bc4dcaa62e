package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Another provider with another policy: no page says what the first one's settings are. */
class OtherSettingsIT {
  private static final Map<String, String> SETTINGS =
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

  @Test
  void readsWhatItsOwnSettingsSay() {
    try (var portal = new OtherPortal(SETTINGS)) {
      // each reads all of it in one language: BundlesTest looks at the texts of both
      read(Browser.at(portal.url(), "lieke@routit.example"), "en");
      read(Browser.at(portal.url(), "sanne@havenkantoor.example"), "nl");
    }
  }

  private static void read(Browser reader, String language) {
    assertEquals(303, reader.post("/language", "language", language, "back", "/").status());
    var crawl = Crawl.of(reader, "/", "/backoffice", "/policy", "/exemptions/new");
    var faults = new TreeSet<String>();
    crawl.answers().forEach((path, page) -> look(path, page.html(), faults));
    assertEquals(new TreeSet<String>(), faults);
    String policy = reader.get("/policy").html();
    for (String own : List.of("Noordnet", "KAART", "3 mail", "4 w", "16:30", "5 smtp.", "/26")) {
      assertTrue(policy.contains(own), language + " does not say " + own);
    }
  }

  private static void look(String path, String html, Set<String> faults) {
    var text = html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    var found = OF_ANOTHER.matcher(text);
    while (found.find()) {
      faults.add(path + ": " + text.substring(Math.max(0, found.start() - 60), found.end()));
    }
  }
}
