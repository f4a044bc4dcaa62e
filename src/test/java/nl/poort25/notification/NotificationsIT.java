package nl.poort25.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.it.Browser;
import nl.poort25.it.Mailbox;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Test;

/** What one chooses to be told of, by whom it is, and what comes of it. */
class NotificationsIT {
  private static final String PATH = "/account/notifications";
  private static final String DAAN = "daan@brugensluis.example";
  private static final String KARIM = "karim@routit.example";

  private static boolean isChosen(Visit page, String kind, String way) {
    return page.find("name=\"" + kind + "\" value=\"" + way + "\"\\s+(checked)=\"checked\"")
        .isPresent();
  }

  /** Registers a name and orders a service for it, which waits for staff: RoutIT runs its DNS. */
  private static void order(String name) {
    var daan = Browser.of(DAAN);
    var domain =
        daan.post("/domains/new", "name", name, "action", "DO_NOT_MOVE", "dns", "provider");
    assertEquals(303, domain.status(), domain.toString());
    var ordered =
        daan.post(
            domain.location() + "/mail-services/new",
            "kind",
            "POP3_BOX",
            "local-part",
            "info",
            "acknowledged",
            "true");
    assertEquals(303, ordered.status(), ordered.toString());
  }

  private static String mailsOfKarim() {
    return new Mailbox(Browser.of("mirjam@routit.example")).of(KARIM).text();
  }

  @Test
  void staffIsToldOfAnOrderAtOnceWhereItHasChosenThat() {
    var karim = Browser.of(KARIM);
    assertTrue(isChosen(karim.get(PATH), "ORDER", "DIGEST"));
    order("in-de-ochtend.example");
    assertEquals(303, karim.post(PATH, "ORDER", "AT_ONCE").status());
    var chosen = karim.get(PATH);
    assertTrue(isChosen(chosen, "ORDER", "AT_ONCE"), chosen.html());
    assertTrue(isChosen(chosen, "REQUEST", "AT_ONCE"), "what was not sent stays");
    order("meteen.example");
    String mails = mailsOfKarim();
    assertTrue(mails.contains("voor meteen.example is besteld"), mails);
    assertFalse(mails.contains("in-de-ochtend.example"), mails);
    assertEquals(303, karim.post(PATH, "ORDER", "DIGEST").status());
  }

  @Test
  void whatIsNoneOfTheWaysOrOfAnotherRoleIsLeftOut() {
    var daan = Browser.of(DAAN);
    assertEquals(303, daan.post(PATH, "ALARM", "AT_ONCE", "DOMAIN", "SOMETIMES").status());
    var page = daan.get(PATH);
    assertFalse(page.html().contains("name=\"ALARM\""), "an alarm is the network role's");
    assertTrue(isChosen(page, "DOMAIN", "AT_ONCE"));
  }

  @Test
  void whoIsNotSignedInIsSentToTheLogin() {
    assertTrue(Browser.visitor(Browser.PORTAL).get(PATH).location().startsWith("/login"));
  }
}
