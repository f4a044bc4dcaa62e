package nl.poort25.bench;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names as Dutch customers have them, each once by its number. */
final class Names {
  private static final List<String> TRADES =
      List.of(
          "bakkerij",
          "garage",
          "tandarts",
          "makelaar",
          "bloemen",
          "fysio",
          "bouw",
          "advocaten",
          "kapsalon",
          "hotel",
          "restaurant",
          "school",
          "drukkerij",
          "transport",
          "installatie",
          "slagerij",
          "notaris",
          "kwekerij",
          "opticien",
          "café");
  private static final List<String> FAMILIES =
      List.of(
          "dejong",
          "jansen",
          "devries",
          "vandenberg",
          "bakker",
          "visser",
          "smit",
          "meijer",
          "mulder",
          "bos",
          "vos",
          "peters",
          "hendriks",
          "dekker",
          "brouwer",
          "dewit",
          "dijkstra",
          "smits",
          "vanleeuwen",
          "kramer",
          "koning",
          "vermeulen",
          "prins",
          "hoekstra");
  private static final List<String> ENDS = List.of("nl", "nl", "nl", "nl", "com", "eu", "be", "de");
  private static final int RADIX = 36;

  private final Random random;

  Names(Random random) {
    this.random = random;
  }

  /** As its owner writes it. */
  record Domain(String unicode) {
    String ascii() {
      return IDN.toASCII(unicode);
    }

    String reversed() {
      var labels = new StringBuilder();
      for (String label : ascii().split("\\.")) {
        labels.insert(0, labels.isEmpty() ? label : label + ".");
      }
      return labels.toString();
    }
  }

  Domain domain(int number) {
    return new Domain(
        "%s-%s-%s.%s"
            .formatted(any(TRADES), any(FAMILIES), Integer.toString(number, RADIX), any(ENDS)));
  }

  String customer(int number) {
    String trade = any(TRADES);
    return trade.substring(0, 1).toUpperCase(Locale.ROOT)
        + trade.substring(1)
        + " "
        + any(FAMILIES)
        + " "
        + number;
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
