package nl.poort25.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.poort25.network.NetworkRuleFacts.Held;
import nl.poort25.network.Overlaps.Asked;
import org.junit.jupiter.api.Test;

class OverlapsTest {
  @Test
  void tellsBothLinesOfOneOverlap() {
    var overlaps = new Overlaps(asked("192.0.2.0/29", "192.0.2.8/29", "192.0.2.3"));
    assertEquals(List.of(held("192.0.2.3", 2)), overlaps.of(0));
    assertEquals(List.of(), overlaps.of(1));
    assertEquals(List.of(held("192.0.2.0/29", 0)), overlaps.of(2));
  }

  @Test
  void findsWhatContainsItAndWhatLiesInItOfWhatIsHeld() {
    var overlaps = new Overlaps(asked("192.0.2.9", "192.0.2.64/26", "192.0.2.32/29"));
    var held = new TreeMap<String, Held>();
    for (String cidr : List.of("192.0.2.8/29", "192.0.2.64", "192.0.2.127", "192.0.2.128")) {
      held.put(Cidr.of(cidr).firstKey(), new Held(Cidr.of(cidr), "ZAK"));
    }
    overlaps.compareWith(overlaps.sorted(), held);
    assertEquals(1, overlaps.of(0).size());
    assertEquals(List.of(), overlaps.of(2));
    assertEquals(1 + 1, overlaps.of(1).size());
  }

  @Test
  void findsExactlyWhatComparingEachWithEachFinds() {
    var random = new Random(25);
    for (int times = 0; times < 300; times++) {
      var cidrs = new ArrayList<String>();
      for (int i = 0; i < 12; i++) {
        int length = 24 + random.nextInt(9);
        int host = random.nextInt(256) & -(1 << (32 - length));
        cidrs.add("192.0.2." + host + "/" + length);
      }
      var asked = asked(cidrs.toArray(String[]::new));
      var overlaps = new Overlaps(asked);
      for (Asked one : asked) {
        boolean expected =
            asked.stream().anyMatch(o -> o.line() != one.line() && o.cidr().overlaps(one.cidr()));
        assertEquals(expected, !overlaps.of(one.line()).isEmpty(), one + " of " + cidrs);
      }
    }
  }

  private static List<Asked> asked(String... cidrs) {
    return IntStream.range(0, cidrs.length)
        .mapToObj(i -> Asked.of(i, "L" + i, Cidr.of(cidrs[i])))
        .toList();
  }

  private static Held held(String cidr, int line) {
    return new Held(Cidr.of(cidr), "L" + line);
  }
}
