package nl.poort25.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nl.poort25.abusereport.Samples;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;

/**
 * What the in-container tests of abuse do over and over. The cases are those of Brug & Sluis, and
 * each test ends what it has opened: an open one would hold that partner's requests.
 */
public final class Cases {
  static final String PARTNER = "daan@brugensluis.example";
  static final String OTHER_PARTNER = "noor@polder.example";
  static final String REVIEWER = "karim@routit.example";
  static final String NETWORK = "lieke@routit.example";
  static final String ADMINISTRATOR = "mirjam@routit.example";
  static final String AUDITOR = "oscar@routit.example";
  public static final String PATH = "/backoffice/abuse/";

  private static final AtomicLong UNIQUE = new AtomicLong(System.currentTimeMillis());
  private static final Map<Long, Browser> OPENED = new LinkedHashMap<>();

  private Cases() {}

  public static Visit block(Browser staff, String addresses, String... more) {
    var form = new ArrayList<>(List.of("addresses", addresses));
    form.addAll(List.of(more));
    if (!form.contains("reason")) {
      form.addAll(List.of("reason", "Spam in het log van de relay."));
    }
    return staff.post(PATH + "new", form.toArray(String[]::new));
  }

  public static long blocked(Browser staff, String addresses, String... more) {
    return blockedOf(Browser.known(PARTNER), staff, addresses, more);
  }

  /**
   * The same where the addresses are of somebody else.
   *
   * @param partner who answers when the case is ended
   */
  public static long blockedOf(Browser partner, Browser staff, String addresses, String... more) {
    var done = block(staff, addresses, more);
    assertEquals(303, done.status(), done.toString());
    long id = Long.parseLong(done.location().substring(PATH.length()));
    OPENED.put(id, partner);
    return id;
  }

  /** Of the case itself: the other forms of its page have versions of their own. */
  static String version(Browser staff, long id, String verb) {
    return staff
        .get(PATH + id)
        .find("/" + verb + "\"[^>]*>\\s*<input type=\"hidden\" name=\"version\" value=\"(\\d+)\"")
        .orElseThrow();
  }

  /** Of an item, as the page shows it. */
  static String version(Browser reader, String page, ItemKind kind) {
    return reader.get(page).find("name=\"version-" + kind + "\" value=\"(\\d+)\"").orElse("0");
  }

  public static Visit answer(Browser partner, long id, ItemKind kind, String text) {
    String page = "/abuse/" + id;
    return partner.post(
        page + "/answers",
        "version-" + kind,
        version(partner, page, kind),
        "answer-" + kind,
        text,
        "do",
        "send");
  }

  public static Visit judge(
      Browser staff, long id, ItemKind kind, AnswerReview judgement, String why) {
    return staff.post(
        PATH + id + "/judgements",
        "version-" + kind,
        version(staff, PATH + id, kind),
        "judgement-" + kind,
        judgement.name(),
        "why-" + kind,
        why);
  }

  /** Every item that is not accepted yet is answered and accepted by that person. */
  public static void investigate(long id, Browser judge) {
    investigate(id, Browser.known(PARTNER), judge);
  }

  private static void investigate(long id, Browser partner, Browser judge) {
    for (var kind : ItemKind.values()) {
      answer(partner, id, kind, "uitgezocht");
      assertEquals(303, judge(judge, id, kind, AnswerReview.ACCEPTED, "").status(), kind.name());
    }
  }

  public static Visit close(Browser staff, long id) {
    return staff.post(
        PATH + id + "/closure",
        "version",
        version(staff, id, "closure"),
        "conclusion",
        "Opgelost.");
  }

  public static void endAll() {
    var judge = Browser.known(REVIEWER);
    for (long id : List.copyOf(OPENED.keySet())) {
      if (judge.get(PATH + id).html().contains("/judgements/")
          || judge.get(PATH + id).html().contains("id=\"item-CAUSE\"")) {
        end(id, judge);
      }
    }
    OPENED.clear();
  }

  private static void end(long id, Browser judge) {
    if (!judge.get(PATH + id).says("Zaak afsluiten")) {
      return; // closed by the test itself
    }
    investigate(id, OPENED.get(id), judge);
    var done = close(Browser.known(ADMINISTRATOR), id);
    assertEquals(303, done.status(), done.toString());
  }

  /** A report about that address at this moment, unlike any other. */
  static String report(String address) {
    String now =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
    String fields =
        Samples.FIELDS
            .replace("198.51.100.9", address)
            .replace("Mon, 23 Nov 2026 08:58:02 +0100 (CET)", now);
    return Samples.arf(fields + "X-Number: " + UNIQUE.incrementAndGet() + "\n");
  }

  /** Path of the page of a report that was taken in. */
  static String taken(Browser staff, String report) {
    var done = staff.post(PATH + "reports", "reports", report);
    assertEquals(303, done.status(), done.toString());
    return done.location();
  }

  static String confirmed(Browser staff, String report, String address, String... more) {
    String path = taken(staff, report);
    var form =
        new ArrayList<>(
            List.of(
                "version", reportVersion(staff, path), "address", address, "moment", "UPLOADED"));
    form.addAll(List.of(more));
    var done = staff.post(path + "/confirmation", form.toArray(String[]::new));
    assertEquals(303, done.status(), done.toString());
    return path;
  }

  static String reportVersion(Browser staff, String path) {
    return staff.get(path).find("name=\"version\" value=\"(\\d+)\"").orElseThrow();
  }
}
