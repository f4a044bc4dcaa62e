package nl.poort25.domainname;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host in a URL or a mail address that was pasted where a domain name is asked for.
 *
 * @param host may be empty, and need not be a name
 */
public record PastedHost(Kind kind, String host) {
  public enum Kind {
    URL,
    MAIL_ADDRESS
  }

  private static final Pattern END_OF_DOMAIN = Pattern.compile("[\\s/?#>:,;)\"].*", Pattern.DOTALL);
  private static final Pattern END_OF_AUTHORITY = Pattern.compile("[/?#\\\\].*", Pattern.DOTALL);
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+-]*:(?!\\d+(?:\\D|$))");
  private static final Pattern SLASHES = Pattern.compile("[/\\\\]*");
  private static final Pattern PORT = Pattern.compile(":\\d*$");

  public static Optional<PastedHost> in(String typed) {
    int slash = typed.indexOf('/');
    int at = typed.lastIndexOf('@');
    if (at >= 0 && (slash < 0 || typed.indexOf('@') < slash)) {
      String domain = END_OF_DOMAIN.matcher(typed.substring(at + 1)).replaceFirst("");
      return Optional.of(new PastedHost(Kind.MAIL_ADDRESS, domain));
    }
    if (typed.chars().noneMatch(c -> "/\\?#:".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    String rest = after(SLASHES, after(SCHEME, typed));
    String authority = END_OF_AUTHORITY.matcher(rest).replaceFirst("");
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    return Optional.of(new PastedHost(Kind.URL, PORT.matcher(host).replaceFirst("")));
  }

  private static String after(Pattern start, String text) {
    var matcher = start.matcher(text);
    return matcher.lookingAt() ? text.substring(matcher.end()) : text;
  }
}
