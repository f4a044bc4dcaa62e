package nl.poort25.account;

import java.util.concurrent.atomic.AtomicInteger;
import nl.poort25.it.Browser;
import nl.poort25.it.Mailbox;
import nl.poort25.it.Visit;

/** People whom a test makes for itself, so that it harms nobody of the demo world. */
public final class People {
  public static final String PASSWORD = "vier natte wanten drogen";
  public static final String HAVENKANTOOR = "Havenkantoor ICT";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String RUN = Long.toString(System.nanoTime(), 36);

  public final Browser mirjam = Browser.of("mirjam@routit.example");
  public final Mailbox mailbox = new Mailbox(mirjam);

  /** An address that nobody has yet. */
  static String newAddress() {
    return "test-" + RUN + "-" + NUMBER.incrementAndGet() + "@havenkantoor.example";
  }

  /** Somebody of a partner who has accepted the invitation. */
  public String ofPartner(String partner, Role role) {
    return accepted(invite(partnerPath(partner) + "/accounts", role));
  }

  public String ofStaff(Role role) {
    return accepted(invite("/backoffice/accounts", role));
  }

  String invited(String partner, Role role) {
    return invite(partnerPath(partner) + "/accounts", role);
  }

  private String invite(String path, Role role) {
    String email = newAddress();
    Visit answer =
        mirjam.post(
            path, "name", "Test Persoon", "email", email, "role", role.name(), "language", "nl");
    if (answer.status() != 303) {
      throw new AssertionError("invitation: " + answer);
    }
    return email;
  }

  private String accepted(String email) {
    Visit answer =
        Browser.guest().post(mailbox.link(email), "name", "Test Persoon", "new-password", PASSWORD);
    if (answer.status() != 303) {
      throw new AssertionError("acceptance: " + answer);
    }
    return email;
  }

  /** A new partner without accounts. */
  public String newPartner() {
    String name = "Partner " + RUN + " " + NUMBER.incrementAndGet();
    mirjam.post("/backoffice/partners", "name", name);
    return name;
  }

  public String partnerPath(String partner) {
    var list = mirjam.get("/backoffice/partners?q=" + partner.replace(" ", "+"));
    return list.find("href=\"(/backoffice/partners/\\d+)\">" + partner + "<")
        .orElseThrow(() -> new AssertionError("no " + partner + ": " + list));
  }

  /** The page of a partner's account, for staff. */
  public String accountPath(String partner, String email) {
    var list = mirjam.get(partnerPath(partner));
    var next = list.find("rel=\"next\" href=\"([^\"]+)\"");
    while (!list.html().contains(email) && next.isPresent()) {
      list = mirjam.get(next.get());
      next = list.find("rel=\"next\" href=\"([^\"]+)\"");
    }
    return path(list, "/backoffice/accounts/", email);
  }

  String staffPath(String email) {
    return path(mirjam.get("/backoffice/accounts?q=" + email), "/backoffice/accounts/", email);
  }

  public static String path(Visit list, String base, String email) {
    return list.find(
            "href=\"(" + base + "\\d+)\">[^<]*</a><small[^>]*>" + email.replace(".", "\\.") + "<")
        .orElseThrow(() -> new AssertionError("no " + email + ": " + list));
  }
}
