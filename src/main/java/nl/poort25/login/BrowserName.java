package nl.poort25.login;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names of browser and operating system in a User-Agent header. They are product names and the same
 * in every language.
 */
final class BrowserName {
  private record Sign(Pattern pattern, String name) {}

  // most name others too, so that the first of this order counts
  private static final List<Sign> BROWSERS =
      List.of(
          sign("Edg(A|iOS)?/", "Edge"),
          sign("OPR/|Opera", "Opera"),
          sign("SamsungBrowser/", "Samsung Internet"),
          sign("Vivaldi/", "Vivaldi"),
          sign("Firefox/|FxiOS/", "Firefox"),
          sign("Chrome/|CriOS/|Chromium/", "Chrome"),
          sign("Version/.*Safari/", "Safari"));

  private static final List<Sign> SYSTEMS =
      List.of(
          sign("iPhone", "iPhone"),
          sign("iPad", "iPad"),
          sign("Android", "Android"),
          sign("Windows", "Windows"),
          sign("CrOS", "ChromeOS"),
          sign("Macintosh|Mac OS X", "macOS"),
          sign("Linux|X11", "Linux"));

  /** Of a program that is none of these: its first word. */
  private static final Pattern PRODUCT =
      Pattern.compile("([A-Za-z][A-Za-z-]{1,29})[/ ].*|\\w{2,30}");

  private BrowserName() {}

  private static Sign sign(String pattern, String name) {
    return new Sign(Pattern.compile(pattern), name);
  }

  /** Such as "Firefox, Windows"; empty where it says nothing of use. */
  static String of(String userAgent) {
    if (userAgent == null) {
      return "";
    }
    String browser = first(BROWSERS, userAgent);
    String system = first(SYSTEMS, userAgent);
    if (browser.isEmpty()) {
      var product = PRODUCT.matcher(userAgent);
      boolean itself = product.matches() && !userAgent.startsWith("Mozilla");
      browser = itself ? product.group(1) == null ? product.group() : product.group(1) : "";
    }
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
  }

  private static String first(List<Sign> signs, String userAgent) {
    return signs.stream()
        .filter(sign -> sign.pattern.matcher(userAgent).find())
        .map(Sign::name)
        .findFirst()
        .orElse("");
  }
}
