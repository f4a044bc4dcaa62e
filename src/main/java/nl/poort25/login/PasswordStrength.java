package nl.poort25.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Estimates with zxcvbn how many guesses a password withstands, given cracked passwords, English,
 * Dutch words and the words around the account.
 */
final class PasswordStrength {
  /**
   * A word of the list and a year, with a sign or two, take some 10^8; a word with two strange ones
   * 10^10. At 210,000 rounds each, whoever has the hashes tries 10^9 in about a day.
   */
  private static final double ENOUGH = 1e9;

  /** Characters looked at: the time goes up with the square of the length. */
  private static final int LOOKED_AT = 100;

  /** A shorter word is in too many others ("jan" in "januari"). */
  private static final int TELLING = 4;

  /** Of one name; what follows stays together. */
  private static final int MOST_WORDS = 10;

  private static final Zxcvbn ZXCVBN = zxcvbn();

  private PasswordStrength() {}

  /**
   * Whether it is guessed too soon, as it was typed or without what stands between its words.
   *
   * @param texts names and addresses around the account: each word of them counts as known
   */
  static boolean isWeak(String password, List<String> texts) {
    int end = password.codePointCount(0, password.length());
    String looked =
        end <= LOOKED_AT
            ? password
            : password.substring(0, password.offsetByCodePoints(0, LOOKED_AT));
    var known = known(texts);
    String bare = looked.replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Pc}.,]", "");
    return guesses(looked, known) < ENOUGH
        || (!bare.equals(looked) && guesses(bare, known) < ENOUGH);
  }

  private static double guesses(String text, List<String> known) {
    return text.isEmpty() ? 0 : ZXCVBN.measure(text, known).getGuesses();
  }

  /** Each word of the texts, and each row of words that stand side by side, as one. */
  private static List<String> known(List<String> texts) {
    var known = new ArrayList<String>();
    for (String text : texts) {
      String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", MOST_WORDS);
      for (int first = 0; first < words.length; first++) {
        var row = new StringBuilder();
        for (int next = first; next < words.length; next++) {
          known.add(row.append(words[next]).toString());
        }
      }
    }
    known.removeIf(word -> word.length() < TELLING);
    return known;
  }

  private static Zxcvbn zxcvbn() {
    try {
      return new ZxcvbnBuilder()
          .dictionaries(StandardDictionaries.loadAllDictionaries())
          .dictionary(new Dictionary("words", words()))
          .keyboards(StandardKeyboards.loadAllKeyboards())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words() throws IOException {
    try (var file = PasswordStrength.class.getResourceAsStream("common-passwords.txt");
        var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.split(" ")).stream())
          .filter(word -> !word.isEmpty())
          .distinct()
          .toList();
    }
  }
}
