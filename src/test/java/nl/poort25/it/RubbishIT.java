package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.poort25.it.Browser.SentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is sent, the answer is a page: 4xx, in the reader's language, with nothing of inside.
 */
class RubbishIT {
  /**
   * What the sum below comes to: a number that no page shows of itself, as no row counts so far.
   */
  private static final String EVALUATED = String.valueOf(7919 * 7907);

  private static final List<String> RUBBISH =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\r\nSet-Cookie: x=y",
          "<script>alert(1)</script>",
          "' or 1=1 --",
          "${7919*7907}",
          "__${T(java.lang.Runtime)}__::.x",
          "\ud800",
          "\u202e\ufeff",
          "%00",
          "-1",
          "999999999999999999",
          "99999999999999999999999",
          "x".repeat(5000),
          "😀".repeat(300),
          "../../etc/passwd");

  private static final Browser sanne = Browser.of("sanne@havenkantoor.example");
  private static final Browser mirjam = Browser.of("mirjam@routit.example");

  private static void assertAnswered(Visit visit, String what) {
    assertTrue(visit.status() < 500, () -> what + " -> " + visit);
    for (String inside :
        List.of("Exception", "nl.poort25.", "org.h2", "JdbcSQL", "<script>alert")) {
      assertFalse(visit.html().contains(inside), () -> what + " shows " + inside);
    }
    assertFalse(visit.html().contains(EVALUATED), () -> what + " was evaluated");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/domains?q=%s",
        "/domains?standing=%s",
        "/domains?customer=%s",
        "/domains?sort=%s",
        "/domains?after=%s",
        "/domains?sort=newest&after=%s",
        "/domains/new?name=%s",
        "/domains/new/name?name=%s",
        "/domains/12/mail-services/new?kind=%s",
        "/mail-services?q=%s",
        "/mail-services?state=%s",
        "/mail-services?kind=%s",
        "/mail-services?after=%s",
        "/mail-services/advice?domain=%s",
        "/mail-services/advice?intake=%s&addresses=%s&filter=%s",
        "/tickets?state=%s",
        "/tickets?after=%s",
        "/tickets?state=open&after=2026-11-26T09:00:00Z~%s",
        "/abuse?after=%s",
        "/connections?q=%s&after=%s",
        "/connections?address=%s&kind=%s",
        "/exemptions?q=%s&state=%s&kind=%s",
        "/exemptions?after=%s",
        "/exemptions/new?kind=%s",
        "/exemptions/8/steps/servers?servers=%s&back=%s",
        "/search?q=%s",
        "/search?q=P25-%s",
        "/search?q=1.2.%s",
        "/customers?q=%s",
        "/customers?after=%s",
        "/login?next=%s"
      })
  void takesAnyParameterOfAPartnersPage(String path) {
    takesAnyParameter(sanne, path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/backoffice/domains?q=%s",
        "/backoffice/domains?partner=%s",
        "/backoffice/mail-services?q=%s",
        "/backoffice/mail-services?state=%s",
        "/backoffice/mail-services?partner=%s",
        "/backoffice/mail-services?after=%s",
        "/backoffice/tickets?view=%s&matter=%s&partner=%s",
        "/backoffice/tickets?view=closed&after=%s",
        "/backoffice/tickets?view=unanswered&after=%s~1",
        "/backoffice/tickets/1?answer=%s&back=%s",
        "/backoffice/abuse?q=%s",
        "/backoffice/abuse?state=%s",
        "/backoffice/abuse?partner=%s",
        "/backoffice/abuse?after=%s",
        "/backoffice/abuse/new?addresses=%s",
        "/backoffice/abuse/new?report=%s",
        "/backoffice/abuse/2/addresses?addresses=%s",
        "/backoffice/abuse/reports?state=%s",
        "/backoffice/abuse/reports?q=%s",
        "/backoffice/abuse/reports?after=%s",
        "/backoffice/connections?q=%s&partner=%s&state=%s",
        "/backoffice/connections?address=%s&kind=%s&after=%s",
        "/backoffice/prefixes?after=%s",
        "/backoffice/mail-servers?after=%s",
        "/backoffice/mail-servers/%s",
        "/backoffice/points/%s",
        "/backoffice/points/files/%s",
        "/backoffice/relays?after=%s",
        "/backoffice/relays?address=%s",
        "/backoffice/relays?address=klant.nl&at=%s",
        "/backoffice/relays/1/%s",
        "/backoffice/firewall/1/%s",
        "/backoffice/firewall?after=%s",
        "/backoffice/firewall?address=%s",
        "/backoffice/firewall?address=192.0.2.%s",
        "/backoffice/firewall?address=192.0.2.9&at=%s",
        "/backoffice/exemptions?q=%s&state=%s&kind=%s&task=%s&partner=%s",
        "/backoffice/exemptions?after=%s",
        "/backoffice/exemptions/1?answer=%s",
        "/search?q=%s",
        "/search?q=AB-%s",
        "/backoffice/addresses?q=%s",
        "/backoffice/addresses?q=192.0.2.%s",
        "/backoffice/abuse?task=%s",
        "/backoffice/partners?q=%s",
        "/backoffice/accounts?q=%s",
        "/backoffice/mail?state=%s",
        "/backoffice/mail?recipient=%s",
        "/backoffice/mail?after=%s",
        "/backoffice/log?person=%s",
        "/backoffice/security?kind=%s",
        "/backoffice/security?address=%s",
        "/backoffice/security?who=%s",
        "/backoffice/security?after=%s",
        "/backoffice/log?subject=%s",
        "/backoffice/log?type=%s",
        "/backoffice/log?act=%s",
        "/backoffice/log?from=%s",
        "/backoffice/log?until=%s",
        "/backoffice/log?partner=%s",
        "/backoffice/log?after=%s"
      })
  void takesAnyParameterOfStaffsPages(String path) {
    takesAnyParameter(mirjam, path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/domains/new name action dns customer",
        "/domains/12/mail-services/new kind acknowledged destination local-part intake",
        "/mail-services/1/change version destination",
        "/mail-services/1/cancellation version sure",
        "/abuse/1/answers version-CAUSE answer-CAUSE do",
        "/exemptions/new kind outside",
        "/exemptions/8/steps/kind version kind outside",
        "/exemptions/8/steps/connection version connection",
        "/exemptions/8/steps/servers version host-0 ipv4-0 ipv6-0 product-0 manager-0 more",
        "/exemptions/8/submission version violations measures policy",
        "/exemptions/5/withdrawal version",
        "/customers name",
        "/colleagues name email role language",
        "/tickets/2/updates text kind article back",
        "/account/notifications DECISION DOMAIN",
        "/account/password old password repeated",
        "/account/second-factor code password",
        "/language language back"
      })
  void takesAnyFieldOfAPartnersForms(String form) {
    takesAnyField(sanne, form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/backoffice/domains/new partner name dns customer",
        "/backoffice/domains/6/proof note",
        "/backoffice/mail-services/activation service",
        "/backoffice/mail-services/1/activation version note",
        "/backoffice/mail-services/1/refusal version reason",
        "/backoffice/tickets/1/updates text kind article back",
        "/backoffice/tickets/1/assignment to seen back",
        "/backoffice/standard-answers title dutch english article",
        "/backoffice/standard-answers/1 version title dutch english article",
        "/backoffice/standard-answers/1/removal version",
        "/backoffice/abuse/new addresses reason note report",
        "/backoffice/abuse/1/enforcement version note",
        "/backoffice/abuse/2/addresses version addresses reason",
        "/backoffice/abuse/1/judgements version-CAUSE judgement-CAUSE why-CAUSE",
        "/backoffice/abuse/1/closure version conclusion",
        "/backoffice/abuse/reports reports",
        "/backoffice/abuse/reports/1/confirmation version address moment others",
        "/backoffice/abuse/reports/1/dismissal version why",
        "/backoffice/connections reference partner kind customer site addresses",
        "/backoffice/connections/2/change version kind customer site close reason seen",
        "/backoffice/connections/2/ranges addresses",
        "/backoffice/connections/2/ranges/2/removal reason seen",
        "/backoffice/connections/2/ending version reason seen",
        "/backoffice/connections/imports text",
        "/backoffice/connections/imports/1/application digest",
        "/backoffice/domains/imports text",
        "/backoffice/domains/imports/1/application digest",
        "/backoffice/exemptions/imports text",
        "/backoffice/exemptions/imports/1/application digest",
        "/backoffice/exemptions/1/acceptance version overrule-SOURCE_IS_NARROW",
        "/backoffice/mail-services/1/acceptance version why",
        "/backoffice/mail-services/1/ending version ending",
        "/backoffice/mail-servers address reason",
        "/backoffice/mail-servers/3/confirmation version",
        "/backoffice/mail-servers/3/decline version",
        "/backoffice/mail-servers/1/removal version reason",
        "/backoffice/prefixes cidr note",
        "/backoffice/prefixes/1/removal reason seen",
        "/backoffice/prefixes/imports text opaque",
        "/backoffice/prefixes/imports/1/application digest close reason seen",
        "/backoffice/exemptions/1/approval version line reason",
        "/backoffice/exemptions/1/rejection version no-reason cites",
        "/backoffice/exemptions/5/ending version",
        "/backoffice/partners name",
        "/backoffice/accounts name email roles language",
        "/backoffice/points name format canary sources",
        "/backoffice/points/1/change version name canary sources",
        "/backoffice/points/1/token version",
        "/backoffice/points/1/enforcement version shown mx",
        "/backoffice/points/1/reporting version",
        "/backoffice/points/1/retirement version",
        "/backoffice/firewall/held-back/1/confirmation note",
        "/backoffice/relays/held-back/1/confirmation note"
      })
  void takesAnyFieldOfStaffsForms(String form) {
    takesAnyField(mirjam, form);
  }

  /** Apart, because some of it is a name that one may take, and other tests know Sanne's. */
  @Test
  void takesAnyFieldOfAProfile() {
    takesAnyField(Browser.of("noor@polder.example"), "/account name language");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/backoffice/abuse/reports reports",
        "/backoffice/connections/imports text",
        "/backoffice/domains/imports text",
        "/backoffice/exemptions/imports text",
        "/backoffice/prefixes/imports text opaque"
      })
  void takesAnyFile(String form) {
    String[] words = form.split(" ");
    for (String rubbish : RUBBISH) {
      byte[] bytes = rubbish.getBytes(StandardCharsets.UTF_16);
      String name = rubbish.replaceAll("[\\r\\n\"]", "").replaceAll("(?s)^(.{9}).*", "$1");
      for (String field : List.of(words).subList(1, words.length)) {
        assertAnswered(
            mirjam.uploadOne(words[0], new SentFile(name, bytes), field, rubbish),
            form + " with the file " + rubbish);
      }
      assertAnswered(
          mirjam.uploadOne(words[0], SentFile.of(name, rubbish), "opaque", "x"),
          form + " with the text " + rubbish);
    }
  }

  private static void takesAnyParameter(Browser who, String path) {
    for (String rubbish : RUBBISH) {
      String asked = path.replace("%s", encoded(rubbish));
      assertAnswered(who.get(asked), asked);
    }
  }

  private static void takesAnyField(Browser who, String form) {
    String[] words = form.split(" ");
    for (String rubbish : RUBBISH) {
      var fields = new String[2 * (words.length - 1)];
      for (int i = 1; i < words.length; i++) {
        fields[2 * i - 2] = words[i];
        fields[2 * i - 1] = rubbish;
      }
      assertAnswered(who.post(words[0], fields), form + " with " + rubbish);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"User-Agent", "Accept", "Cookie", "X-Forwarded-For", "HX-Request"})
  void takesAnyHeader(String name) {
    for (String rubbish : List.of("\u00ff", "<b>", "language=%00; x", "a".repeat(4000))) {
      var visit = sanne.send(Browser.request("/domains").header(name, rubbish).GET());
      assertAnswered(visit, name);
    }
  }

  @Test
  void refusesAMegabyteAndWhatIsNoForm() {
    assertEquals(413, sanne.post("/domains/new", "name", "x".repeat(1 << 20)).status());
    for (String type :
        List.of("application/json", "multipart/form-data; boundary=x", "text/plain")) {
      var visit = sanne.send(form("/domains/new", type));
      assertEquals(415, visit.status(), type);
      assertTrue(visit.says("Dit soort verzoek wordt hier niet ondersteund"), type);
    }
  }

  @Test
  void refusesWhatNoDatabaseTakes() {
    var visit = sanne.get("/domains?q=a%00b");
    assertEquals(400, visit.status());
    assertTrue(visit.says("Dit verzoek konden wij niet lezen"), visit::toString);
  }

  @Test
  void refusesAnotherCharacterSet() {
    assertEquals(
        415,
        sanne
            .send(form("/domains/new", "application/x-www-form-urlencoded; charset=utf-16"))
            .status());
  }

  private static java.net.http.HttpRequest.Builder form(String path, String type) {
    return Browser.request(path)
        .header("Content-Type", type)
        .header("Origin", Browser.PORTAL)
        .POST(BodyPublishers.ofString("name=x.nl"));
  }
}
