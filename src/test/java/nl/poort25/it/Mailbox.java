package nl.poort25.it;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails of a demo run, which staff can read. */
public final class Mailbox {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Pattern LINK =
      Pattern.compile("href=\"" + Pattern.quote(Browser.PORTAL) + "(/[a-z-]+/[A-Za-z0-9_-]{43})\"");

  private final Browser staff;

  /**
   * @param staff somebody who may read them
   */
  public Mailbox(Browser staff) {
    this.staff = staff;
  }

  /**
   * The links that let somebody in, of that recipient's mails, newest first; waits until there are
   * so many, because mail goes out a moment after the act.
   */
  public List<String> links(String recipient, int atLeast) {
    var deadline = Instant.now().plus(LONGEST);
    String path =
        "/backoffice/mail?recipient=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8);
    while (true) {
      var page = staff.get(path);
      var found =
          LINK.matcher(page.html()).results().map((MatchResult link) -> link.group(1)).toList();
      if (found.size() >= atLeast) {
        return found;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("no mail with a link for " + recipient + ": " + page);
      }
    }
  }

  public String link(String recipient) {
    return links(recipient, 1).get(0);
  }

  /** What the list of that recipient's mails says. */
  public Visit of(String recipient) {
    return staff.get(
        "/backoffice/mail?recipient=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8));
  }

  /**
   * The page of that recipient's mails on which something stands, however far down; waits until
   * that mail is on its way no more, since its text is shown only then.
   */
  public Visit with(String recipient, String text) {
    var found = new AtomicReference<Visit>();
    Eventually.holds(
        "a mail to " + recipient + ": " + text,
        () -> {
          found.set(page(recipient, text));
          return Stream.of(found.get().html().split("<tr "))
              .filter(row -> row.contains(text))
              .noneMatch(row -> row.contains("status-word is-wait"));
        });
    return found.get();
  }

  private Visit page(String recipient, String text) {
    var page = of(recipient);
    while (!page.says(text)) {
      String next =
          page.find("rel=\"next\" href=\"([^\"]+)\"")
              .orElseThrow(() -> new AssertionError("no mail to " + recipient + ": " + text));
      page = staff.get(next);
    }
    return page;
  }
}
