package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;

/** What the in-container tests of mail services do over and over. */
public final class Orders {
  static final String PARTNER = "sanne@havenkantoor.example";
  static final String OTHER_PARTNER = "daan@brugensluis.example";
  static final String REVIEWER = "karim@routit.example";
  static final String ADMINISTRATOR = "mirjam@routit.example";
  static final String AUDITOR = "oscar@routit.example";

  private static final AtomicLong NAMES = new AtomicLong(System.currentTimeMillis());

  private Orders() {}

  /** A domain that has just been registered. */
  public record Domain(String name, String path, long id) {
    String orderPath() {
      return path + "/mail-services/new";
    }
  }

  public static Domain domain(Browser partner) {
    String name = "dienst-" + NAMES.incrementAndGet() + ".example";
    var done =
        partner.post("/domains/new", "name", name, "action", "DO_NOT_MOVE", "dns", "elsewhere");
    assertEquals(303, done.status(), done.toString());
    String path = done.location();
    return new Domain(name, path, Long.parseLong(path.substring("/domains/".length())));
  }

  /** A domain of which staff has recorded a proof of control. */
  public static Domain provenDomain(Browser partner) {
    var domain = domain(partner);
    var done =
        Browser.known(REVIEWER).post("/backoffice" + domain.path() + "/proof", "note", "gezien");
    assertEquals(303, done.status(), done.toString());
    return domain;
  }

  /** Sends the form of an order, acknowledged. */
  static Visit order(Browser partner, Domain domain, String kind, String... fields) {
    var form = new ArrayList<>(List.of("kind", kind, "acknowledged", "true"));
    form.addAll(Arrays.asList(fields));
    return partner.post(domain.orderPath(), form.toArray(String[]::new));
  }

  /** The id of a service that has just been ordered. */
  public static long ordered(Browser partner, Domain domain, String kind, String... fields) {
    var done = order(partner, domain, kind, fields);
    assertEquals(303, done.status(), done.toString());
    var ids = ids(partner.get(domain.path()));
    return ids.stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  /** The services that a page links to. */
  static List<Long> ids(Visit page) {
    return Pattern.compile("href=\"(?:/backoffice)?/mail-services/(\\d+)\"")
        .matcher(page.html())
        .results()
        .map(found -> Long.valueOf(found.group(1)))
        .distinct()
        .toList();
  }

  /** As the page of the form says it. */
  public static String version(Visit form) {
    return form.find("name=\"version\" value=\"(\\d+)\"").orElseThrow();
  }

  public static String staffPath(long id) {
    return "/backoffice/mail-services/" + id;
  }

  public static Visit activate(Browser staff, long id) {
    String version = version(staff.get(staffPath(id)));
    return staff.post(
        staffPath(id) + "/activation", "version", version, "note", "nagevraagd bij de klant");
  }

  /** The id of a service that is active. */
  public static long active(Browser partner, Domain domain, String kind, String... fields) {
    long id = ordered(partner, domain, kind, fields);
    var done = activate(Browser.known(REVIEWER), id);
    assertEquals(303, done.status(), done.toString());
    return id;
  }
}
