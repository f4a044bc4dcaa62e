package nl.poort25.enforcement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lines of a state of a relay, a few names of which change in each way that a name can. */
final class ChangingNames {
  private static final List<String> BOXES = List.of("abuse", "info", "jan", "postmaster");
  private final Random random = new Random(25);
  private final TreeMap<String, List<String>> names = new TreeMap<>();
  private final TreeSet<String> others =
      new TreeSet<>(List.of("postmaster beheer@klant.nl", "store " + RelayOfTest.STORE));

  ChangingNames(int many) {
    IntStream.range(0, many).mapToObj(ChangingNames::name).forEach(this::put);
  }

  /** Some of them are written in letters that ASCII has not. */
  private static String name(int number) {
    return (number % 7 == 0 ? "xn--bcher-kva.k%05d.nl" : "k%05d.nl").formatted(number);
  }

  SortedSet<String> lines() {
    var lines = new TreeSet<>(others);
    names.values().forEach(lines::addAll);
    return lines;
  }

  /** Adds names, changes them and takes them away; and who is denied. */
  void change() {
    for (int i = 0; i < 6; i++) {
      String name = name(random.nextInt(names.size() + 20));
      if (random.nextInt(3) == 0 && names.containsKey(name)) {
        names.remove(name);
      } else {
        put(name);
      }
    }
    others.removeIf(line -> line.startsWith("deny ") && random.nextBoolean());
    others.add("deny 198.51.100.%d AB-2026-0008".formatted(random.nextInt(200)));
  }

  void set(String word, String value) {
    others.removeIf(line -> line.startsWith(word + " "));
    others.add(word + " " + value);
  }

  private void put(String name) {
    var lines = new ArrayList<String>();
    lines.add(
        random.nextBoolean()
            ? "mailstore " + name
            : "domain " + name + (random.nextBoolean() ? " 192.0.2.9" : " 192.0.2.9 192.0.2.10"));
    boxes().map(box -> "recipient " + box + "@" + name).forEach(lines::add);
    names.put(name, lines);
  }

  private Stream<String> boxes() {
    return random.nextBoolean()
        ? Stream.empty()
        : BOXES.stream().filter(box -> random.nextBoolean());
  }

  static String text(Collection<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
