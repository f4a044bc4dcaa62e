package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.poort25.account.Role;
import nl.poort25.account.SignedInUser;
import nl.poort25.text.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** The parts of the layout that are kept from one page to the next: nobody finds another's. */
class CachedFragmentsTest {
  private static final SignedInUser SANNE = partner(7, "Sanne de Vries", Role.PARTNER_ADMIN);
  private static final SignedInUser BRAM = partner(8, "Bram Visser", Role.PARTNER_USER);
  private static final SignedInUser MIRJAM =
      new SignedInUser(
          9,
          "Mirjam Bos",
          "mirjam@routit.example",
          null,
          null,
          Set.of(Role.ADMINISTRATOR),
          "nl",
          true);

  private static SignedInUser partner(long id, String name, Role role) {
    return new SignedInUser(
        id, name, "a@havenkantoor.example", 3L, "Havenkantoor", Set.of(role), "nl", false);
  }

  private static Page page(SignedInUser user, String here) {
    return Page.of("account/password-reset-sent.html")
        .with("user", user)
        .with("path", here + "?page=1")
        .with("here", here);
  }

  private static String header(Page page, Locale language) {
    String html = Rendering.html(page, language);
    return html.substring(html.indexOf("<header"), html.indexOf("</header>"));
  }

  private static String header(Page page) {
    return header(page, Languages.DUTCH);
  }

  @Test
  void eachFindsHisOwnNameAndMenuWhoeverCameBefore() {
    for (int round = 0; round < 2; round++) {
      String sanne = header(page(SANNE, "/domains"));
      String bram = header(page(BRAM, "/domains"));
      String mirjam = header(page(MIRJAM, "/domains"));
      String guest = header(page(null, "/domains"));
      assertTrue(sanne.contains("Sanne de Vries") && sanne.contains("/colleagues"), sanne);
      assertTrue(bram.contains("Bram Visser") && !bram.contains("/colleagues"), bram);
      assertTrue(mirjam.contains("Mirjam Bos") && mirjam.contains("/backoffice/mail"), mirjam);
      assertFalse(bram.contains("Sanne") || mirjam.contains("Sanne") || mirjam.contains("Bram"));
      assertFalse(mirjam.contains("\"/colleagues\"") || sanne.contains("/backoffice"));
      assertFalse(guest.contains("avatar") || guest.contains("<nav"), guest);
    }
  }

  @Test
  void aChangedNameOrRoleCountsAtOnce() {
    header(page(SANNE, "/domains"));
    String less = header(page(partner(7, "Sanne de Vries", Role.PARTNER_USER), "/domains"));
    assertFalse(less.contains("/colleagues"), less);
    String married = header(page(partner(7, "Sanne Bos", Role.PARTNER_ADMIN), "/domains"));
    assertTrue(married.contains("Sanne Bos") && !married.contains("de Vries"), married);
  }

  @Test
  void anotherLanguageAndAnotherItemOfTheMenuAreAnotherHeader() {
    assertTrue(header(page(SANNE, "/domains")).contains("Uitloggen"));
    String english = header(page(SANNE, "/domains"), Languages.ENGLISH);
    assertTrue(english.contains("Sign out") && !english.contains("Uitloggen"), english);
    for (String here : List.of("/domains", "/tickets", "/nowhere", "/domains")) {
      String current = "href=\"" + here + "\" aria-current=\"page\"";
      assertEquals(!here.equals("/nowhere"), header(page(SANNE, here)).contains(current), here);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "havenkantoor.example",
        "<script>alert(1)</script>",
        "\" autofocus onfocus=\"alert(1)",
        "it's & it",
        "$1 \\1 ${user.name} #{web.menu} {0} %s",
        "slot0searchedx",
        "\ue000x\ue001y\ue002",
        "",
      })
  void whatIsSearchedForIsWrittenAsTextAndForNobodyElse(String searched) {
    var asked = page(SANNE, "/search").with("searched", searched);
    String first = header(asked);
    assertEquals(header(asked), first);
    assertTrue(first.contains(" value=\"" + escaped(searched) + "\""), first);
    String next = header(page(SANNE, "/search"));
    assertTrue(next.contains("name=\"q\" maxlength=\"253\" value=\"\""), next);
    String back = header(page(SANNE, "/search").with("path", "/search?q=" + searched));
    assertTrue(back.contains("name=\"back\" value=\"/search?q=" + escaped(searched) + "\""), back);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Test
  void whatIsKeptIsWhatTheTemplateMakesAnew() {
    var pages = new ArrayList<Page>();
    for (var user : new SignedInUser[] {SANNE, BRAM, MIRJAM, null}) {
      for (String here : List.of("/", "/domains", "/backoffice", "/policy")) {
        pages.add(page(user, here));
        pages.add(page(user, here).with("lost", "account.login.kept").with("searched", "a<b"));
      }
    }
    for (int round = 0; round < 2; round++) {
      for (var page : pages) {
        for (Locale language : List.of(Languages.DUTCH, Languages.ENGLISH)) {
          assertEquals(Rendering.htmlAnew(page, language), Rendering.html(page, language));
        }
      }
    }
  }

  private static String cached(String fragment, String by, Map<String, Object> model) {
    var context = new Context(Languages.DUTCH, model);
    context.setVariable("t", Rendering.phrases(Languages.DUTCH));
    return Rendering.fragment(
        "<b p:cached=\"" + fragment + " :: one\" p:by=\"" + by + "\"></b>", context);
  }

  @Test
  void aFragmentSeesNothingButWhatItIsKeptBy() {
    String fragment = "<i th:fragment='one'>[[${name}]], [[${secret}]]</i>";
    Map<String, Object> model = Map.of("name", "Sanne", "secret", "of Sanne");
    assertEquals("<i>Sanne, </i>", cached(fragment, "name=${name}", model));
  }

  @Test
  void aFragmentThatAsksForTheTimeIsRefused() {
    String fragment = "<i th:fragment='one'>[[${t.moment(t.now)}]][[${t.elapsed(t.now)}]]</i>";
    assertThrows(TemplateProcessingException.class, () -> cached(fragment, "a=1", Map.of()));
  }

  @Test
  void whatMayChangeUnseenKeepsNothing() {
    String fragment = "<i th:fragment='one'>[[${names}]]</i>";
    Map<String, Object> model = Map.of("names", new ArrayList<>(List.of("Sanne")));
    assertThrows(
        TemplateProcessingException.class, () -> cached(fragment, "names=${names}", model));
  }
}
