package nl.poort25.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.UnaryOperator;

/** Lines of a state with one to four characters changed by chance; the same at each run. */
public final class MutatedLines {
  private static final int TIMES = 20_000;

  private MutatedLines() {}

  /**
   * Each is read as itself or not at all.
   *
   * @param reads and writes it again, or throws IllegalArgumentException
   */
  public static void assertRead(String[] seeds, String alphabet, UnaryOperator<String> reads) {
    var random = new Random(4);
    for (int i = 0; i < TIMES; i++) {
      String mutated = mutated(seeds[random.nextInt(seeds.length)], alphabet, random);
      try {
        assertEquals(mutated, reads.apply(mutated));
      } catch (IllegalArgumentException e) {
        // refused: what a mutation nearly always is
      }
    }
  }

  private static String mutated(String seed, String alphabet, Random random) {
    var text = new StringBuilder(seed);
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = random.nextInt(text.length());
      char c = alphabet.charAt(random.nextInt(alphabet.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, c);
        case 1 -> text.insert(at, c);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }
}
