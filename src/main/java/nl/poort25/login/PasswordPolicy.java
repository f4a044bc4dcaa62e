package nl.poort25.login;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.poort25.account.EmailAddress;
import nl.poort25.account.PasswordHashes;
import nl.poort25.text.Text;

/**
 * Requirements for a new password in the spirit of NIST SP 800-63B: long enough and not easily
 * guessed, without required kinds of characters.
 */
final class PasswordPolicy {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  /** A shorter name than this is in too many words ("jan" in "januari"). */
  private static final int TELLING = 4;

  private PasswordPolicy() {}

  /**
   * Why the password is refused, or empty.
   *
   * @param email of the account, whose local part the password must not hold
   * @param names of product and provider, which it must not hold either
   * @param around other names around the account, its partner's above all; words that a guesser has
   */
  static Optional<Text> refusal(
      String password, EmailAddress email, List<String> names, List<String> around) {
    if (password == null || password.isEmpty()) {
      return because("missing");
    }
    if (password.length() > 4 * LONGEST) {
      return because("long", LONGEST);
    }
    String normal = PasswordHashes.normal(password);
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
    var known = new ArrayList<>(around);
    known.add(email.value());
    known.add(IDN.toUnicode(email.domain()));
    known.addAll(names);
    return PasswordStrength.isWeak(normal, known) ? because("common") : Optional.empty();
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
}
