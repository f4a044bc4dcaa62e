package nl.poort25.ticket;

import java.util.List;
import java.util.regex.Pattern;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;

/** What the in-container tests of tickets do over and over, with the tickets of the demo world. */
final class Cases {
  static final String SANNE = "sanne@havenkantoor.example";
  static final String NOOR = "noor@polder.example";
  static final String DAAN = "daan@brugensluis.example";
  static final String REVIEWER = "karim@routit.example";
  static final String NETWORK = "lieke@routit.example";
  static final String ADMINISTRATOR = "mirjam@routit.example";
  static final String AUDITOR = "oscar@routit.example";

  /** Sanne's, that runs and is with Karim. */
  static final String RUNNING = "192.0.2.46";

  /** Sanne's, that is closed. */
  static final String CLOSED = "192.0.2.97";

  /** Noor's, that is late. */
  static final String LATE = "203.0.113.0/28 → 192.0.2.18";

  /** Daan's, that breaks a rule and is with nobody. */
  static final String VIOLATING = "192.0.2.61, 192.0.2.62";

  private Cases() {}

  /**
   * The id of the ticket that is about that. Lists lead to the exemption; those of the demo world
   * have the ids of their tickets.
   */
  static long id(Browser partner, String about) {
    String row =
        "href=\"/(?:tickets|exemptions)/(\\d+)\"[^<]*<[^§]{0,200}?>" + Pattern.quote(about) + "<";
    // other tests file tickets too: it may be on a later page
    for (String next = "/tickets"; next != null; ) {
      var page = partner.get(next);
      var found = page.find(row);
      if (found.isPresent()) {
        return Long.parseLong(found.get());
      }
      next = page.find("rel=\"next\" href=\"([^\"]+)\"").orElse(null);
    }
    throw new AssertionError("no ticket about " + about);
  }

  static String path(long id) {
    return "/tickets/" + id;
  }

  static String staffPath(long id) {
    return "/backoffice/tickets/" + id;
  }

  /** Writes into the ticket of that path, without files. */
  static Visit write(Browser who, String path, String text, String... more) {
    var form = new String[more.length + 2];
    form[0] = "text";
    form[1] = text;
    System.arraycopy(more, 0, form, 2, more.length);
    return who.upload(path + "/updates", List.of(), form);
  }

  /** The path of the file of that name on a page. */
  static String file(Visit page, String name) {
    return page.find("href=\"([^\"]+/files/\\d+)\">" + Pattern.quote(name)).orElseThrow();
  }

  /** The tickets that a page links to, in its order. */
  static List<Long> ids(Visit page) {
    return Pattern.compile(
            "<td>\\s*<a [^>]*href=\"(?:/backoffice)?/(?:tickets|exemptions)/(\\d+)\"")
        .matcher(page.html())
        .results()
        .map(found -> Long.valueOf(found.group(1)))
        .toList();
  }

  /** The same of that page and all that follow it. */
  static List<Long> allIds(Browser who, String path) {
    var all = new java.util.ArrayList<Long>();
    for (String next = path; next != null; ) {
      var page = who.get(next);
      all.addAll(ids(page));
      next = page.find("rel=\"next\" href=\"([^\"]+)\"").orElse(null);
    }
    return all;
  }
}
