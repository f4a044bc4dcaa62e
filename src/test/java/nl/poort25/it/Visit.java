package nl.poort25.it;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One answer of the portal.
 *
 * @param html the body as it came
 */
public record Visit(int status, HttpHeaders headers, String html) {
  /** Where a redirect goes to, as path and query; null where it is none. */
  public String location() {
    String location = header("location");
    return location == null ? null : location.replaceFirst("^http://127\\.0\\.0\\.1:\\d+", "");
  }

  /** The header, or null. */
  public String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  /** What a reader sees: without tags, with single spaces. */
  public String text() {
    return unescaped(withSigns(html).replaceAll("(?s)<head>.*?</head>|<[^>]*>", " "))
        .replaceAll("\\s+", " ")
        .strip();
  }

  // the style sheet draws the sign of a status from its kind: a reader sees it before the word
  private static String withSigns(String html) {
    return html.replace("class=\"status-word is-ok\">", "class=\"status-word is-ok\">✓ ")
        .replace("class=\"status-word is-bad\">", "class=\"status-word is-bad\">! ")
        .replace("class=\"status-word is-wait\">", "class=\"status-word is-wait\">… ");
  }

  public boolean says(String text) {
    return text().contains(text);
  }

  /** The first group of the first match in the HTML: a link, an id, a token. */
  public Optional<String> find(String regex) {
    var matcher = Pattern.compile(regex).matcher(html);
    return matcher.find() ? Optional.of(unescaped(matcher.group(1))) : Optional.empty();
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** For the message of a test that fails. */
  @Override
  public String toString() {
    String text = text();
    return status
        + (location() == null ? "" : " to " + location())
        + ": "
        + text.substring(0, Math.min(text.length(), 1500));
  }
}
