package nl.poort25.enforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines of a state with a few slips of the pen, or of an attacker, in each. */
final class Mutations {
  private static final String USED = "0123456789abcdef:./ ::--00@@##  {},\"'$`;ABF\t\u00e9";

  private Mutations() {}

  /** So many, always the same. */
  static List<String> of(List<String> good, int count) {
    var random = new Random(25);
    var lines = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      String line = good.get(random.nextInt(good.size()));
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        line = mutated(line, good, random);
      }
      lines.add(line);
    }
    return lines;
  }

  private static String mutated(String line, List<String> good, Random random) {
    var text = new StringBuilder(line);
    int at = random.nextInt(line.length() + 1);
    char other = USED.charAt(random.nextInt(USED.length()));
    switch (random.nextInt(4)) {
      case 0 -> text.insert(at, other);
      case 1 -> text.delete(at, Math.min(line.length(), at + 1 + random.nextInt(3)));
      case 2 -> text.replace(at, Math.min(line.length(), at + 1), "" + other);
      default -> text.insert(at, good.get(random.nextInt(good.size())).split(" ", -1)[1]);
    }
    return text.toString();
  }
}
