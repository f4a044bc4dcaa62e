package nl.poort25.policy;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.poort25.setting.Settings;
import nl.poort25.text.Languages;
import nl.poort25.text.Text;
import nl.poort25.web.Page;
import nl.poort25.web.Rendering;
import org.junit.jupiter.api.Test;

class PolicyPageTest {
  private static final String DUTCH = html(Languages.DUTCH, Map.of());
  private static final String ENGLISH = html(Languages.ENGLISH, Map.of());

  @Test
  void everyArticleHasAnAnchorOnce() {
    var ids =
        Pattern.compile(" id=\"([^\"]+)\"").matcher(DUTCH).results().map(m -> m.group(1)).toList();
    assertEquals(ids.size(), new TreeSet<>(ids).size());
    assertTrue(ids.containsAll(Arrays.stream(Article.values()).map(Article::anchor).toList()));
  }

  @Test
  void everyLinkWithinThePageArrives() {
    var targets =
        Pattern.compile("href=\"(?:/policy)?#([^\"]+)\"")
            .matcher(DUTCH)
            .results()
            .map(found -> found.group(1))
            .collect(toCollection(TreeSet::new));
    assertEquals(
        List.of(), targets.stream().filter(id -> !DUTCH.contains(" id=\"" + id + "\"")).toList());
  }

  @Test
  void aPortalSentenceStandsUnderItsOwnName() {
    String article =
        DUTCH.substring(DUTCH.indexOf("id=\"art-3-2\""), DUTCH.indexOf("id=\"art-3-3\""));
    int policy = article.indexOf("beleid, hoofdstuk 3");
    int portal = article.indexOf("portaalregel 3.2");
    assertTrue(0 < policy && policy < article.indexOf("Voor een administratieve registratie"));
    assertTrue(article.indexOf("Voor een administratieve registratie") < portal);
    assertTrue(portal < article.indexOf("Elke andere keuze wordt geweigerd"));
  }

  @Test
  void saysWhichVersionAppliesAndWhoTheContractIsWith() {
    assertTrue(DUTCH.contains("De versie van 19 december 2016 geldt."));
    assertTrue(DUTCH.contains("verkoop- en leveringsvoorwaarden van CBG Connect"));
    assertTrue(ENGLISH.contains("The version of 19 December 2016 applies."));
    assertTrue(ENGLISH.contains("terms of sale and delivery of CBG Connect"));
  }

  @Test
  void namesTheProviderOfTheSettings() {
    assertTrue(DUTCH.contains("RoutIT"));
    assertTrue(DUTCH.contains("10 smtp.routit.net"));
    assertFalse(Pattern.compile("%\\w+%").matcher(DUTCH + ENGLISH).find());
  }

  @Test
  void linksTheTermsThatTheSettingsLink() {
    String html =
        html(
            Languages.ENGLISH,
            Map.of("poort25.contract.terms", "service | https://example.nl/t, House rules"));
    assertTrue(html.contains("href=\"https://example.nl/t\""));
    assertTrue(html.contains("the general terms of the service provider"));
    assertTrue(html.contains("House rules"));
    assertFalse(html.contains("any company-specific terms</"));
  }

  @Test
  void anArticleNamesTheDocumentsThatItRefersTo() {
    var set = Map.of("poort25.document.mail", "E-mail service | https://provider.example/mail.pdf");
    String html = html(Languages.ENGLISH, set);
    for (String article : List.of("art-2-4", "art-3-7")) {
      assertTrue(article(html, article).contains("href=\"https://provider.example/mail.pdf\""));
    }
    assertTrue(article(html, "art-3-2").contains("Dienstbeschrijving Domeinregistratie"));
    assertFalse(article(html, "art-3-3").contains("Dienstbeschrijving"));
    assertTrue(article(DUTCH, "art-2-4").contains("Dienstbeschrijving E-mailservice"));
  }

  @Test
  void anArticleNamesNoDocumentWhereNoneIsSet() {
    String html = html(Languages.DUTCH, Map.of("poort25.document.registration", " "));
    assertFalse(article(html, "art-3-2").contains("documents"));
  }

  private static String article(String html, String anchor) {
    int start = html.indexOf("id=\"" + anchor + "\"");
    return html.substring(start, html.indexOf("</article>", start));
  }

  // shaped like Finding and Verdict, with texts that exist
  public record Found(Text title, Text violated, Text cure, Citation cites) {}

  public record Judged(boolean holds, List<Found> violations) {}

  @Test
  void aViolationComesWithItsCureAndWhereItStands() {
    var found =
        new Found(
            Article.A3_4.title(),
            Text.of("policy.mx.equal.why"),
            Text.of("policy.mx.below.why"),
            Article.A3_4.portal());
    String html = verdict(new Judged(false, List.of(found)));
    assertTrue(html.contains("Hieraan is niet voldaan: Een naam heeft één houder"), html);
    assertTrue(html.contains("20 ligt niet boven 20."));
    assertTrue(
        html.contains("Het record met voorkeur 5 moet weg, of een voorkeur boven 20 krijgen."));
    assertTrue(
        html.contains(
            "href=\"/policy#art-3-4\" target=\"_blank\" rel=\"noopener\">portaalregel 3.4<"));
  }

  @Test
  void aVerdictThatHoldsShowsNoViolations() {
    assertEquals("", verdict(new Judged(true, List.of())).replaceAll("(?s)<!--.*?-->", "").strip());
  }

  private static String verdict(Judged verdict) {
    return Rendering.html(Page.of("policy/verdict").with("verdict", verdict), Languages.DUTCH);
  }

  private static String html(Locale locale, Map<String, String> settings) {
    var page = PolicyPage.of(new Settings(key -> Optional.ofNullable(settings.get(key))));
    return Rendering.html(Page.of("policy/policy.html").with("policy", page), locale);
  }
}
