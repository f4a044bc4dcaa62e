package nl.poort25.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.poort25.web.Text;

/**
 * What a new password must be, in the spirit of NIST SP 800-63B: long, and not what a guesser tries
 * first; any characters, and none that must be in it.
 */
final class PasswordRule {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  /** A shorter name than this is in too many words ("jan" in "januari"). */
  private static final int TELLING = 4;

  /** With fewer characters that do not follow from those before it is a pattern. */
  private static final int SURPRISES = 7;

  /** Where fingers walk; runs in the alphabet and in digits show from the code points. */
  private static final List<String> ROWS =
      List.of(
          "1234567890",
          "!@#$%^&*()",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "qweasdzxc",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
          "qazwsxedcrfvtgbyhnujm",
          "1q2w3e4r5t6y7u8i9o0p",
          "q1w2e3r4t5y6u7i8o9p0");

  private static final Set<String> COMMON = common();

  private PasswordRule() {}

  /**
   * Why the password is refused, or empty.
   *
   * @param email of the account, whose local part the password must not hold
   * @param names of product and provider, which it must not hold either
   */
  static Optional<Text> refusal(String password, EmailAddress email, List<String> names) {
    if (password == null || password.isEmpty()) {
      return because("missing");
    }
    if (password.length() > 4 * LONGEST) {
      return because("long", LONGEST);
    }
    String normal = Passwords.normal(password);
    int length = normal.codePointCount(0, normal.length());
    if (length < SHORTEST) {
      return because("short", SHORTEST);
    }
    if (length > LONGEST) {
      return because("long", LONGEST);
    }
    String bare = bare(normal);
    if (holds(bare, email.local())) {
      return because("email", email.local());
    }
    for (String name : names) {
      if (holds(bare, name)) {
        return because("name", name);
      }
    }
    String chunk = repeated(normal.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]", ""));
    if (surprises(chunk) < SURPRISES) {
      return because("pattern");
    }
    return isCommon(chunk) ? because("common") : Optional.empty();
  }

  private static Optional<Text> because(String what, Object... arguments) {
    return Optional.of(Text.of("account.password." + what, arguments));
  }

  private static boolean holds(String bare, String name) {
    String part = bare(name);
    return part.length() >= TELLING && bare.contains(part);
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The part that the text repeats ("abcabcab" is "abc"), or the whole text. */
  private static String repeated(String text) {
    for (int period = 1; period <= text.length() / 2; period++) {
      if (text.startsWith(text.substring(period))) {
        return text.substring(0, period);
      }
    }
    return text;
  }

  /** Characters that no run (aaaa, 4321, asdf) leads to; none where four or fewer take turns. */
  private static int surprises(String text) {
    int[] c = text.codePoints().toArray();
    int surprises = 0;
    for (int i = 0; i < c.length; i++) {
      boolean goesOn =
          i >= 2 && (sameStep(c[i - 2], c[i - 1], c[i]) || sameWalk(c[i - 2], c[i - 1], c[i]));
      if (!goesOn) {
        surprises++;
      }
    }
    long distinct = text.codePoints().distinct().count();
    return distinct <= 4 ? 0 : surprises;
  }

  private static boolean sameStep(int a, int b, int c) {
    return b - a == c - b && Math.abs(b - a) <= 1;
  }

  private static boolean sameWalk(int a, int b, int c) {
    for (String row : ROWS) {
      int first = row.indexOf(a);
      int step = row.indexOf(b) - first;
      if (first >= 0 && Math.abs(step) == 1 && row.indexOf(c) == first + 2 * step) {
        return true;
      }
    }
    return false;
  }

  /** A word of the list, or two of them, with whatever digits and signs around and between. */
  private static boolean isCommon(String text) {
    if (COMMON.contains(text)) {
      return true;
    }
    String core = text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return twoWords(letters(core)) || twoWords(letters(plain(core)));
  }

  private static boolean twoWords(String letters) {
    if (COMMON.contains(letters)) {
      return true;
    }
    for (int i = 1; i < letters.length(); i++) {
      if (COMMON.contains(letters.substring(0, i)) && COMMON.contains(letters.substring(i))) {
        return true;
      }
    }
    return false;
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}]", "");
  }

  /** p@ssw0rd is password. */
  private static String plain(String text) {
    return text.replace('0', 'o')
        .replace('1', 'i')
        .replace('!', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('@', 'a')
        .replace('5', 's')
        .replace('$', 's')
        .replace('7', 't');
  }

  private static Set<String> common() {
    try (var file = PasswordRule.class.getResourceAsStream("common-passwords.txt");
        var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.split(" ")).stream())
          .filter(word -> !word.isEmpty())
          .collect(toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
