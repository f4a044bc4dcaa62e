package nl.poort25.bench;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a page weighs on the line, headers included: with everything it refers to on the first load,
 * and on the next one, when the browser has kept what it may keep.
 */
final class PageWeight {
  private static final int FIRST_LIMIT = 150_000;
  private static final int NEXT_LIMIT = 20_000;
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "portal", "http://127.0.0.1:8080/domains",
          "portal.email", "sanne@havenkantoor.example",
          "portal.password", "laat-mij-binnen-25");
  private static final Pattern TAG =
      Pattern.compile("<(?:link|script|img|source|use|image)\\b[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern TARGET = Pattern.compile("\\s(?:href|src)=\"([^\"#]+)");
  private static final Pattern IN_CSS =
      Pattern.compile("(?:url\\(|@import)\\s*[\"']?([^\"')#\\s]+)", Pattern.CASE_INSENSITIVE);

  private final URI page;
  private final HttpUser user;
  private final Map<URI, HttpUser.Answer> assets = new LinkedHashMap<>();

  private PageWeight(URI page, HttpUser user) {
    this.page = page;
    this.user = user;
  }

  public static void main(String[] arguments) throws IOException {
    var options = Options.of(arguments, DEFAULTS);
    var page = URI.create(options.text("portal"));
    try (var user = new HttpUser(page, "gzip, deflate, br")) {
      if (!options.text("portal.email").isEmpty()) {
        user.signIn(options.text("portal.email"), options.text("portal.password"));
      }
      var weight = new PageWeight(page, user);
      boolean light = weight.firstLoad() <= FIRST_LIMIT;
      light &= weight.nextLoad() <= NEXT_LIMIT;
      System.exit(light ? 0 : 1);
    }
  }

  private long firstLoad() throws IOException {
    long sum = page();
    for (var asset : assets.entrySet()) {
      sum += tell(asset.getKey(), asset.getValue());
    }
    say("first load: %d bytes, at most %d", sum, FIRST_LIMIT);
    return sum;
  }

  private long nextLoad() throws IOException {
    long sum = tell(page, user.get(target(page)));
    for (var asset : assets.entrySet()) {
      var headers = asset.getValue().headers();
      if (!headers.getOrDefault("cache-control", "").matches(".*max-age=[1-9].*")) {
        String etag = headers.getOrDefault("etag", "\"none\"");
        sum += tell(asset.getKey(), user.revalidate(target(asset.getKey()), etag));
      }
    }
    say("next load: %d bytes, at most %d", sum, NEXT_LIMIT);
    return sum;
  }

  private long page() throws IOException {
    var answer = user.get(target(page));
    var tags = TAG.matcher(answer.text());
    while (tags.find()) {
      var found = TARGET.matcher(tags.group());
      // of the links only what a browser fetches for this page
      if (found.find()
          && !tags.group().matches("(?i).*rel=\"(?:alternate|canonical|next|prev)\".*")) {
        fetch(page.resolve(found.group(1).replace("&amp;", "&")));
      }
    }
    return tell(page, answer);
  }

  private void fetch(URI asset) throws IOException {
    if (!page.getAuthority().equals(asset.getAuthority()) || assets.containsKey(asset)) {
      return; // data: and what was counted already; the content policy allows no other host
    }
    var answer = user.get(target(asset));
    if (answer.status() != 200) {
      throw new IllegalStateException(asset + ": status " + answer.status());
    }
    assets.put(asset, answer);
    if (answer.headers().getOrDefault("content-type", "").startsWith("text/css")) {
      var found = IN_CSS.matcher(answer.text());
      while (found.find()) {
        if (!found.group(1).startsWith("data:")) {
          fetch(asset.resolve(found.group(1)));
        }
      }
    }
  }

  private static String target(URI uri) {
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static long tell(URI uri, HttpUser.Answer answer) {
    say(
        "%8d bytes  %d %-8s %s",
        answer.wireBytes(),
        answer.status(),
        answer.headers().getOrDefault("content-encoding", ""),
        uri.getRawPath());
    return answer.wireBytes();
  }

  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
