package nl.poort25.domainname;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.poort25.text.Text;
import nl.poort25.web.MalformedInput;

/**
 * A name that is probably a typo, such as www.klant.nl or klant.cmo: the question to ask, and the
 * name that was probably meant.
 *
 * @param question about the name
 * @param meant what was meant, probably; null where nothing is near
 */
public record TypoSuggestion(Text question, DomainName meant) {
  private static final Pattern WEBSITE = Pattern.compile("www\\d?\\.");

  /** What customers have, the most frequent first. */
  private static final List<String> USUAL_TOPS =
      List.of(
          "nl", "com", "eu", "net", "org", "be", "de", "nu", "info", "shop", "online", "fr", "uk");

  /**
   * @param isKnownTop of the last label
   */
  public static Optional<TypoSuggestion> in(DomainName name, Predicate<String> isKnownTop) {
    var website = WEBSITE.matcher(name.toString());
    if (website.lookingAt()) {
      var meant = name(name.toString().substring(website.end()));
      if (meant.isPresent()) {
        String before = name.toString().substring(0, website.end() - 1);
        // both at once, so that nobody is asked twice
        var right = in(meant.get(), isKnownTop).map(TypoSuggestion::meant).or(() -> meant);
        return right.map(m -> of("website", m, before));
      }
    }
    int dot = name.toString().lastIndexOf('.');
    String top = name.toString().substring(dot + 1);
    if (isKnownTop.test(top)) {
      return Optional.empty();
    }
    String shown = Idna.display(top);
    return Optional.of(
        USUAL_TOPS.stream()
            .filter(usual -> isOneSlip(top, usual))
            .flatMap(usual -> name(name.toString().substring(0, dot + 1) + usual).stream())
            .findFirst()
            .map(meant -> of("top", meant, shown))
            .orElse(new TypoSuggestion(Text.of("registration.doubt.top-alone", shown), null)));
  }

  private static TypoSuggestion of(String doubt, DomainName meant, String found) {
    return new TypoSuggestion(
        Text.of(
            "registration.doubt." + doubt, found, MalformedInput.toDisplayText(meant.unicode())),
        meant);
  }

  private static Optional<DomainName> name(String text) {
    try {
      return Optional.of(DomainName.parse(text));
    } catch (MalformedInput e) {
      return Optional.empty();
    }
  }

  /** One letter more, less or other, or two in the wrong order. */
  private static boolean isOneSlip(String typed, String meant) {
    int same = 0;
    while (same < Math.min(typed.length(), meant.length())
        && typed.charAt(same) == meant.charAt(same)) {
      same++;
    }
    String a = typed.substring(same);
    String b = meant.substring(same);
    return behind(a, 1).equals(b)
        || a.equals(behind(b, 1))
        || behind(a, 1).equals(behind(b, 1))
        || (a.length() > 1
            && b.length() > 1
            && a.charAt(0) == b.charAt(1)
            && a.charAt(1) == b.charAt(0)
            && behind(a, 2).equals(behind(b, 2)));
  }

  private static String behind(String text, int letters) {
    return text.substring(Math.min(letters, text.length()));
  }
}
