package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightsIT {
  private static final People PEOPLE = new People();

  @ParameterizedTest
  @ValueSource(
      strings = {"/colleagues", "/colleagues/new", "/colleagues/1", "/backoffice/partners"})
  void keepsAPartnersUserOut(String path) {
    assertEquals(403, Browser.of("bram@havenkantoor.example").get(path).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/backoffice/partners", "/backoffice/partners/1", "/backoffice/accounts"})
  void keepsAPartnerOutOfTheBackoffice(String path) {
    assertEquals(403, Browser.of("sanne@havenkantoor.example").get(path).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/customers", "/customers/1", "/colleagues", "/domains"})
  void keepsStaffOutOfAPartnersPages(String path) {
    assertEquals(403, PEOPLE.mirjam.get(path).status());
  }

  @Test
  void letsOtherStaffReadPartnersAndChangeNothing() {
    var karim = Browser.of("karim@routit.example");
    String partner = PEOPLE.partnerPath(People.HAVENKANTOOR);
    String sanne = PEOPLE.accountPath(People.HAVENKANTOOR, "sanne@havenkantoor.example");
    assertEquals(200, karim.get("/backoffice/partners").status());
    assertEquals(200, karim.get(partner).status());
    assertEquals(200, karim.get(sanne).status());
    assertFalse(karim.get(sanne).says("Vergrendelen"));
    assertEquals(403, karim.get("/backoffice/partners/new").status());
    for (String path :
        new String[] {
          "/backoffice/partners",
          partner,
          partner + "/lock",
          partner + "/accounts",
          "/backoffice/accounts",
          sanne + "/lock",
          sanne + "/roles",
          sanne + "/password-reset"
        }) {
      assertEquals(403, karim.post(path, "name", "x").status(), path);
    }
  }

  @Test
  void showsAPartnerAdministratorOnlyOwnColleagues() {
    var noor = Browser.of("noor@polder.example");
    var sanne = Browser.of("sanne@havenkantoor.example");
    String bram =
        People.path(sanne.get("/colleagues"), "/colleagues/", "bram@havenkantoor.example");
    assertEquals(200, sanne.get(bram).status());
    assertFalse(noor.get("/colleagues").says("Bram Kok"));
    assertEquals(404, noor.get(bram).status());
    for (String act : new String[] {"/lock", "/unlock", "/roles", "/invitation"}) {
      assertEquals(404, noor.post(bram + act, "role", "PARTNER_ADMIN").status(), act);
    }
    assertEquals(404, noor.get("/colleagues/999999999").status());
  }

  @Test
  void letsAPartnerAdministratorInviteAndLockColleagues() {
    String partner = PEOPLE.newPartner();
    var admin = Browser.of(PEOPLE.ofPartner(partner, Role.PARTNER_ADMIN), People.PASSWORD);
    String email = People.newAddress();
    assertEquals(
        422,
        admin.post("/colleagues", "name", "Jan", "email", email, "role", "ADMINISTRATOR").status());
    assertEquals(
        "/colleagues",
        admin
            .post("/colleagues", "name", "Jan", "email", email, "role", "PARTNER_USER")
            .location());
    assertEquals(
        422,
        admin.post("/colleagues", "name", "Jan", "email", email, "role", "PARTNER_USER").status());
    String link = PEOPLE.mailbox.link(email);
    String jan = People.path(admin.get("/colleagues"), "/colleagues/", email);
    assertEquals(jan, admin.post(jan + "/lock").location());
    assertEquals(404, Browser.guest().get(link).status());
    assertEquals(422, admin.post(jan + "/roles", "role", "REVIEWER").status());
    assertEquals(422, admin.post(jan + "/roles").status());
  }

  @Test
  void letsNobodyLockOrDemoteHimself() {
    String own = PEOPLE.staffPath("mirjam@routit.example");
    var lock = PEOPLE.mirjam.post(own + "/lock");
    assertEquals(422, lock.status());
    assertTrue(lock.says("U kunt uzelf niet vergrendelen"), lock.toString());
    assertEquals(422, PEOPLE.mirjam.post(own + "/roles", "role", "AUDITOR").status());
    assertEquals(200, PEOPLE.mirjam.get("/backoffice/partners").status());
    String partner = PEOPLE.newPartner();
    String email = PEOPLE.ofPartner(partner, Role.PARTNER_ADMIN);
    var admin = Browser.of(email, People.PASSWORD);
    String self = People.path(admin.get("/colleagues"), "/colleagues/", email);
    assertEquals(422, admin.post(self + "/lock").status());
    assertEquals(422, admin.post(self + "/roles", "role", "PARTNER_USER").status());
  }

  @Test
  void givesNobodyRolesOfHisOwnByAHandMadeForm() {
    String own = PEOPLE.staffPath("mirjam@routit.example");
    var before = PEOPLE.mirjam.get(own);
    var answer =
        PEOPLE.mirjam.post(
            own + "/roles", "role", "ADMINISTRATOR", "role", "NETWORK", "role", "REVIEWER");
    assertEquals(422, answer.status());
    assertTrue(answer.says("Uw eigen rol kan alleen iemand anders wijzigen"), answer.toString());
    assertFalse(PEOPLE.mirjam.get(own).says("Beoordelaar") && !before.says("Beoordelaar"));
    assertEquals(422, PEOPLE.mirjam.post(own + "/second-factor-reset", "note", "zelf").status());
    assertTrue(
        PEOPLE
            .mirjam
            .get("/backoffice/security?kind=ROLE_REFUSED&who=mirjam@routit.example")
            .says("POST " + own));
    String partner = PEOPLE.newPartner();
    String email = PEOPLE.ofPartner(partner, Role.PARTNER_ADMIN);
    var admin = Browser.of(email, People.PASSWORD);
    String self = People.path(admin.get("/colleagues"), "/colleagues/", email);
    for (String role : new String[] {"PARTNER_ADMIN", "ADMINISTRATOR"}) {
      assertEquals(422, admin.post(self + "/roles", "role", role).status(), role);
    }
    assertEquals(422, admin.post(self + "/second-factor-reset", "note", "zelf").status());
    assertEquals(403, admin.post(PEOPLE.accountPath(partner, email) + "/roles").status());
    assertTrue(
        PEOPLE.mirjam.get("/backoffice/security?kind=ROLE_REFUSED&who=" + email).says("POST /"));
  }

  @Test
  void keepsCustomersToTheirPartner() {
    String partner = PEOPLE.newPartner();
    var own = Browser.of(PEOPLE.ofPartner(partner, Role.PARTNER_USER), People.PASSWORD);
    assertTrue(own.get("/customers").says("U hebt nog geen klanten"));
    for (int i = 10; i < 37; i++) {
      assertEquals(303, own.post("/customers", "name", "Klant  nummer " + i).status());
    }
    assertEquals(422, own.post("/customers", "name", "klant nummer 11").status());
    assertEquals(422, own.post("/customers", "name", "  ").status());
    var list = own.get("/customers");
    assertTrue(list.says("Klant nummer 10") && !list.says("Klant nummer 35"), list.toString());
    var next = own.get(list.find("rel=\"next\" href=\"([^\"]+)\"").orElseThrow());
    assertTrue(next.says("Klant nummer 35") && next.says("Klant nummer 36"), next.toString());
    assertTrue(own.get("/customers?q=MMER+2&sort=newest").says("Klant nummer 20"));
    assertTrue(own.get("/customers?q=%25").says("Niets gevonden"));
    String one = list.find("href=\"(/customers/\\d+)\"").orElseThrow();
    assertEquals(303, own.post(one, "name", "Anders").status());
    assertTrue(own.get(one).says("Klant hernoemd"));
    var noor = Browser.of("noor@polder.example");
    assertEquals(404, noor.get(one).status());
    assertEquals(404, noor.post(one, "name", "Gestolen").status());
    assertFalse(noor.get("/customers").says("Klant nummer"));
  }

  @Test
  void aLockedPartnersSessionsEndForGood() {
    String partner = PEOPLE.newPartner();
    var admin = Browser.of(PEOPLE.ofPartner(partner, Role.PARTNER_ADMIN), People.PASSWORD);
    assertEquals(200, admin.get("/colleagues").status());
    String path = PEOPLE.partnerPath(partner);
    assertEquals(303, PEOPLE.mirjam.post(path + "/lock").status());
    assertEquals(303, PEOPLE.mirjam.post(path + "/unlock").status());
    assertEquals("/login?next=%2Fcolleagues", admin.get("/colleagues").location());
  }

  @Test
  void otherAdministratorsAreToldWhatOneDoesToStaff() {
    String other = PEOPLE.ofStaff(Role.ADMINISTRATOR);
    String made = PEOPLE.ofStaff(Role.AUDITOR);
    Eventually.holds("told", () -> PEOPLE.mailbox.of(other).says(made));
    assertFalse(PEOPLE.mailbox.of("mirjam@routit.example").says(made), "who did it knows");
    PEOPLE.mirjam.post(PEOPLE.staffPath(other) + "/lock");
  }
}
