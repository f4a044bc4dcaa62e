package nl.poort25.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A mail of the demo mailbox, split into text and links for a page. */
final class LinkifiedText {
  private static final Pattern URL = Pattern.compile("https?://[\\x21-\\x7e&&[^<>\"]]+");

  private LinkifiedText() {}

  public record Part(String text, boolean link) {}

  static List<Part> parts(String body, String portal) {
    var parts = new ArrayList<Part>();
    int done = 0;
    var url = URL.matcher(body);
    while (url.find()) {
      if (url.group().equals(portal) || url.group().startsWith(portal + "/")) {
        parts.add(new Part(body.substring(done, url.start()), false));
        parts.add(new Part(url.group(), true));
        done = url.end();
      }
    }
    parts.add(new Part(body.substring(done), false));
    return parts;
  }
}
