package nl.poort25.setting;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What may be written for a setting.
 *
 * @param mustBe the end of a sentence, "must be …"
 * @param takes whether that can be used; asked for what is written, without white space around it
 */
public record SettingType(String mustBe, Predicate<String> takes) {
  /** Anything. */
  static final SettingType TEXT = new SettingType("a text", value -> true);

  static final SettingType NAME =
      new SettingType("a name, and not empty", value -> !value.isEmpty());

  static final SettingType FLAG = oneOf("true", "false");

  /** A browser's origin, as it sends it with a form: {@code https://portal.example}. */
  static final SettingType ORIGIN =
      new SettingType(
          "http:// or https:// and a host in small letters, with a port where it is not the usual"
              + " one, and nothing behind it, such as https://portal.example",
          SettingType::isOrigin);

  static final SettingType HOST =
      new SettingType(
          "the name or address of a host, without a port",
          value -> value.isEmpty() || isHost(value));

  static final SettingType HOSTS =
      listOf(
          "names of hosts such as ns1.provider.example",
          one -> isHost(one) && StrictAddress.parse(one).isEmpty());

  static final SettingType MAIL_ADDRESS =
      new SettingType(
          "an address of mail, such as portal@provider.example",
          value -> value.isEmpty() || isMailAddress(value));

  static final SettingType SENDER =
      new SettingType(
          "an address of mail, with or without a name before it: Name <portal@provider.example>",
          value ->
              isMailAddress(value)
                  || (value.matches("[^<>]+<[^<>]+>")
                      && isMailAddress(
                          value.substring(value.indexOf('<') + 1, value.length() - 1))));

  static final SettingType ADDRESSES =
      listOf(
          "addresses such as 192.0.2.9 or 2001:db8::9",
          one -> StrictAddress.parse(one).isPresent());

  static final SettingType PREFIXES =
      listOf(
          "addresses and prefixes such as 192.0.2.9, 192.0.2.16/28 or 2001:db8:25::/64, a prefix"
              + " without host bits",
          one -> StrictAddress.parsePrefix(one).isPresent());

  static final SettingType RESOLVERS =
      listOf(
          "resolvers such as 192.0.2.53, 192.0.2.53:5353, [2001:db8::53]:53 or dns.example",
          SettingType::isResolver);

  /** Which of them are suffixes, and none, is for the package of names to say, at the start too. */
  static final SettingType DOMAINS =
      listOf(
          "domain names such as provider.example", one -> one.matches("[^\\s/@:]+\\.[^\\s/@:]+"));

  /** The two MX records of article 3.10. */
  static final SettingType MX_PAIR =
      new SettingType(
          "two MX records with different preferences of at most 65000, the first one first, such"
              + " as 10 smtp.provider.example, 20 smtp1.provider.example",
          SettingType::isMxPair);

  static final SettingType TIME = new SettingType("a time such as 17:00", SettingType::isTime);

  static final SettingType DATES = listOf("dates such as 2026-12-25", SettingType::isDate);

  /** Documents: a title each, with a page or without. */
  static final SettingType TITLES =
      listOf(
          "titles, each with | and an address on the web behind it where it has one: General terms"
              + " | https://provider.example/terms",
          SettingType::isTitle);

  static SettingType oneOf(String... words) {
    var known = List.of(words);
    String last = words[words.length - 1];
    String others = String.join(", ", known.subList(0, words.length - 1));
    return new SettingType(others + " or " + last, known::contains);
  }

  static SettingType emptyOr(SettingType type) {
    return new SettingType(
        type.mustBe + ", or stay empty", value -> value.isEmpty() || type.takes.test(value));
  }

  /**
   * Whole numbers.
   *
   * @param most at most 999,999,999
   */
  public static SettingType number(int least, int most) {
    return new SettingType(
        "a whole number from " + least + " to " + most,
        value -> value.matches("\\d{1,9}") && isWithin(Integer.parseInt(value), least, most));
  }

  /** For ever, or a number of days; read by {@link Settings#period}. */
  static SettingType period(int least, int most) {
    var days = number(least, most);
    return new SettingType(
        Settings.FOREVER + ", or " + days.mustBe,
        value -> value.equals(Settings.FOREVER) || days.takes.test(value));
  }

  /** Separated by commas; may be empty. */
  private static SettingType listOf(String mustBe, Predicate<String> one) {
    return new SettingType(
        mustBe + ", separated by commas",
        value -> value.isEmpty() || entries(value).stream().allMatch(one));
  }

  private static List<String> entries(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
  }

  private static boolean isWithin(int number, int least, int most) {
    return least <= number && number <= most;
  }

  private static boolean isOrigin(String value) {
    try {
      var uri = URI.create(value);
      boolean plain = "http".equals(uri.getScheme());
      return value.matches("https?://(?:[a-z0-9.-]+|\\[[0-9a-f:.]+\\])(?::\\d{1,5})?")
          && uri.getHost() != null
          && uri.getPort() <= 0xffff
          && uri.getPort() != (plain ? 80 : 443);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isHost(String value) {
    return StrictAddress.parse(value).isPresent()
        || value.matches("(?!-)[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})*\\.?");
  }

  private static boolean isMailAddress(String value) {
    return value.matches("[^\\s@<>,;]+@[^\\s@<>,;]+");
  }

  private static boolean isResolver(String value) {
    var plain = value.replaceFirst("^\\[([^\\]]+)\\](?=:|$)", "$1");
    boolean bracketed = !plain.equals(value);
    String port = value.matches("(?:\\[.*\\]|[^:]+):\\d{1,5}") ? value.replaceFirst(".*:", "") : "";
    String host = port.isEmpty() ? plain : plain.substring(0, plain.length() - port.length() - 1);
    boolean isSix = host.contains(":");
    return isSix == bracketed
        && isHost(host)
        && (port.isEmpty() || isWithin(Integer.parseInt(port), 1, 0xffff));
  }

  private static boolean isMxPair(String value) {
    var records = entries(value);
    if (records.size() != 2
        || !records.stream().allMatch(one -> one.matches("\\d{1,5}\\s+\\S+\\.\\S+"))) {
      return false;
    }
    int first = preference(records.get(0));
    int second = preference(records.get(1));
    return first < second
        && second <= 65_000
        && records.stream().allMatch(one -> isHost(one.replaceFirst("\\d+\\s+", "")));
  }

  /** Of an MX record as the setting has it. */
  static int preference(String record) {
    return Integer.parseInt(record.replaceFirst("\\s.*", ""));
  }

  private static boolean isTime(String value) {
    try {
      LocalTime.parse(value);
      return value.matches("\\d\\d:\\d\\d");
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isDate(String value) {
    try {
      LocalDate.parse(value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTitle(String value) {
    var parts = value.split("\\|", -1);
    return !parts[0].isBlank()
        && parts.length <= 2
        && (parts.length == 1 || isWebAddress(parts[1].strip()));
  }

  private static boolean isWebAddress(String value) {
    try {
      return value.matches("https?://.*") && URI.create(value).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
