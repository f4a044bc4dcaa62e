package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;

/** What the in-container tests of exemptions do over and over. */
public final class Asking {
  public static final String DAAN = "daan@brugensluis.example";
  public static final String NOOR = "noor@polder.example";
  public static final String SANNE = "sanne@havenkantoor.example";
  public static final String REVIEWER = "karim@routit.example";
  public static final String NETWORK = "lieke@routit.example";
  public static final String ADMINISTRATOR = "mirjam@routit.example";
  public static final String AUDITOR = "oscar@routit.example";

  private static final AtomicInteger SOURCES = new AtomicInteger();

  private Asking() {}

  /** A source that no other test asks for. */
  public static String source() {
    int next = SOURCES.incrementAndGet();
    return "203.0.113." + next;
  }

  /** The value of that connection in the form of the step. */
  public static String connection(Browser partner, long draft, String reference) {
    return partner
        .get("/exemptions/" + draft + "/steps/connection")
        .find("<option value=\"(\\d+)\"[^>]*>" + reference)
        .orElseThrow(() -> new AssertionError("no connection " + reference));
  }

  public static long begin(Browser partner, String kind) {
    var begun = partner.post("/exemptions/new", "kind", kind, "outside", "false");
    assertEquals(303, begun.status(), begun.toString());
    return Long.parseLong(begun.location().replaceAll("\\D+(\\d+)/steps/connection", "$1"));
  }

  public static String version(Visit page) {
    return page.find("name=\"version\" value=\"(\\d+)\"").orElseThrow();
  }

  public static Visit save(Browser partner, long id, String step, String... fields) {
    String path = "/exemptions/" + id + "/steps/" + step;
    var all = new ArrayList<>(List.of(fields));
    all.add("version");
    all.add(version(partner.get(path)));
    return partner.post(path, all.toArray(String[]::new));
  }

  public static void saved(Browser partner, long id, String step, String... fields) {
    var answer = save(partner, id, step, fields);
    assertEquals(303, answer.status(), answer.toString());
  }

  /** A third party's request, complete, not sent. */
  public static long thirdParty(
      Browser partner, String reference, String sources, String destinations) {
    long id = begin(partner, "THIRD_PARTY");
    saved(partner, id, "connection", "connection", connection(partner, id, reference));
    saved(
        partner,
        id,
        "third-party",
        "third-party",
        "Mailfilter BV",
        "documentation",
        "https://filter.example/adressen",
        "sources",
        sources);
    saved(partner, id, "destinations", "destinations", destinations);
    rest(partner, id);
    return id;
  }

  /** A request for servers inside the network, complete, not sent. */
  public static long servers(Browser partner, String kind, String reference, String... addresses) {
    long id = begin(partner, kind);
    saved(partner, id, "connection", "connection", connection(partner, id, reference));
    var fields = new ArrayList<String>();
    for (int i = 0; i < addresses.length; i++) {
      fields.addAll(
          List.of(
              "host-" + i,
              "mx-" + addresses[i].replaceAll("[.:]", "-") + ".example",
              (addresses[i].contains(":") ? "ipv6-" : "ipv4-") + i,
              addresses[i],
              "product-" + i,
              "Postfix",
              "manager-" + i,
              "wij"));
    }
    saved(partner, id, "servers", fields.toArray(String[]::new));
    rest(partner, id);
    return id;
  }

  private static void rest(Browser partner, long id) {
    saved(partner, id, "use", "volume", "500", "purpose", "Mail voor onze klanten");
    saved(partner, id, "measures", "measure", "NO_OPEN_RELAY");
    saved(
        partner,
        id,
        "contact",
        "contact-name",
        "NOC",
        "contact-email",
        "abuse@partner.example",
        "contact-phone",
        "+31 10 123 45 67");
  }

  /** Sends it as its check page would. */
  public static Visit send(Browser partner, long id) {
    String path = "/exemptions/" + id + "/submission";
    var page = partner.get(path);
    return partner.post(
        path,
        "version",
        version(page),
        "violations",
        page.find("name=\"violations\" value=\"([^\"]*)\"").orElse(""),
        "measures",
        "true",
        "policy",
        "true");
  }

  public static long sent(Browser partner, long id) {
    var sent = send(partner, id);
    assertEquals(303, sent.status(), sent.toString());
    return id;
  }

  public static String staffPath(long id) {
    return "/backoffice/exemptions/" + id;
  }

  public static List<String> lines(Visit page) {
    return java.util.regex.Pattern.compile("name=\"line\"[^>]*value=\"(\\d+)\"")
        .matcher(page.html())
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  /** Approves those lines, all where none is named, with more fields. */
  public static Visit approve(Browser staff, long id, List<String> lines, String... more) {
    var page = staff.get(staffPath(id));
    var fields = new ArrayList<>(List.of("version", version(page)));
    (lines.isEmpty() ? lines(page) : lines).forEach(line -> fields.addAll(List.of("line", line)));
    fields.addAll(List.of(more));
    return staff.post(staffPath(id) + "/approval", fields.toArray(String[]::new));
  }

  /** Confirms what the network has to do, for every line that its page shows. */
  public static Visit confirm(Browser network, long id, String what) {
    var page = network.get(staffPath(id));
    var fields = new ArrayList<>(List.of(what + "-note", "gezien op de router"));
    lines(page).forEach(line -> fields.addAll(List.of("line", line)));
    return network.post(staffPath(id) + "/" + what, fields.toArray(String[]::new));
  }

  /** An exemption that is open. */
  public static long open(Browser partner, String reference, String destination) {
    long id = sent(partner, thirdParty(partner, reference, source(), destination));
    assertEquals(303, approve(Browser.known(REVIEWER), id, List.of()).status());
    var opened = confirm(Browser.known(NETWORK), id, "opened");
    assertEquals(303, opened.status(), opened.toString());
    return id;
  }

  public static Visit withdraw(Browser partner, long id) {
    String path = "/exemptions/" + id + "/withdrawal";
    return partner.post(path, "version", version(partner.get(path)), "sure", "true");
  }
}
