package nl.poort25.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;

/** What the in-container tests of the network do over and over, each in a prefix of its own. */
public final class Ground {
  static final String NETWORK = "lieke@routit.example";
  static final String REVIEWER = "karim@routit.example";
  public static final String ADMINISTRATOR = "mirjam@routit.example";
  static final String AUDITOR = "oscar@routit.example";
  static final String PARTNER = "noor@polder.example";
  static final String OTHER_PARTNER = "daan@brugensluis.example";
  static final String PREFIXES = "/backoffice/prefixes";
  static final String CONNECTIONS = "/backoffice/connections";

  private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis() / 100);

  private Ground() {}

  public static String reference() {
    return "IT-" + NUMBERS.incrementAndGet();
  }

  /** "2a05:1234:5678", to be followed by "::/48". */
  public static String space() {
    long number = NUMBERS.incrementAndGet();
    return "2a05:%x:%x".formatted(0x1000 + number / 0x8000 % 0x6000, 0x8000 + number % 0x8000);
  }

  /** A prefix that the provider has from now on, likewise. */
  public static String prefix(Browser staff) {
    String space = space();
    var done = staff.post(PREFIXES, "cidr", space + "::/48");
    assertEquals(303, done.status(), done.toString());
    return space;
  }

  /** The id of the demo partner of that name. */
  public static String partner(Browser staff, String name) {
    return staff
        .get(CONNECTIONS + "/new")
        .find("<option value=\"(\\d+)\"[^>]*>" + name + "</option>")
        .orElseThrow();
  }

  public static Visit add(Browser staff, String reference, String addresses) {
    return staff.post(
        CONNECTIONS,
        "reference",
        reference,
        "partner",
        partner(staff, "Polder Networks"),
        "kind",
        "BUSINESS_LINE",
        "customer",
        "",
        "site",
        "",
        "addresses",
        addresses);
  }

  /** The path of a connection of Polder Networks that was just added. */
  static String connection(Browser staff, String addresses) {
    var done = add(staff, reference(), addresses);
    assertEquals(303, done.status(), done.toString());
    return done.location();
  }

  static String version(Visit page) {
    return page.find("name=\"version\" value=\"(\\d+)\"").orElseThrow();
  }

  /** Of the first range that a connection's page offers to remove. */
  static String removal(Visit page) {
    return page.find("href=\"(/backoffice/connections/\\d+/ranges/\\d+/removal)\"").orElseThrow();
  }

  /** The path to that removal, on whichever page of the list it is. */
  public static String removalOfPrefix(Browser staff, String cidr) {
    String after = PREFIXES;
    for (int pages = 0; pages < 50 && after != null; pages++) {
      var page = staff.get(after);
      var found =
          page.find(
              "(?s)>" + cidr + "</a>(?:(?!</tr>).)*?href=\"(/backoffice/prefixes/\\d+/removal)\"");
      if (found.isPresent()) {
        return found.get();
      }
      after = page.find("rel=\"next\" href=\"([^\"]+)\"").orElse(null);
    }
    throw new AssertionError("no prefix " + cidr);
  }
}
