package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import nl.poort25.it.Trials;
import nl.poort25.state.FirewallLine;
import org.junit.jupiter.api.Test;

/** What the portal makes of a read-back, whatever it is (4.10). */
class NftablesReadBackTest {
  private static final List<String> LINES =
      List.of(
          "inside 192.0.2.0/24",
          "inside 2001:db8:25::/48",
          "open 192.0.2.9",
          "open 2001:db8:25::9",
          "own 192.0.2.25",
          "own 2001:db8:25::25",
          "pair 198.51.100.0/28 192.0.2.10",
          "pair 198.51.100.7 192.0.2.9",
          "pair 2001:db8:ff::/64 2001:db8:25::10",
          "pass 203.0.113.25");

  private static ReadBack read(byte[] raw) {
    return ReadBack.of(PointKind.NFTABLES, raw);
  }

  private static ReadBack read(String raw) {
    return read(raw.getBytes(UTF_8));
  }

  private static String table() {
    return new String(Tables.holding(LINES), UTF_8);
  }

  @Test
  void ourTableIsItsLinesAndNothingElse() {
    var read = read(table());
    assertEquals(LINES, List.copyOf(new TreeSet<>(read.lines())));
    assertEquals(List.of(), read.strange());
  }

  /**
   * As versions of nft printed it that were tried, for tables of this agent and of the one before.
   */
  @Test
  void whateverVersionPrintedItItIsTheSame() throws Exception {
    for (String version : List.of("1.0.6", "1.1.3")) {
      for (String agent : List.of("", "-agent-2")) {
        var read = read(recorded(version + agent + ".json"));
        assertEquals(List.of(), read.strange(), version + agent);
        assertEquals(
            recorded("lines.txt").lines().toList(),
            List.copyOf(new TreeSet<>(read.lines())),
            version + agent);
      }
    }
  }

  private static String recorded(String name) throws IOException {
    try (var file = NftablesReadBackTest.class.getResourceAsStream("nftables-" + name)) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  @Test
  void aWordForAListOfOneIsTheSame() throws Exception {
    String other =
        recorded("1.1.3.json")
            .replace("\"flags\": [\"interval\"]", "\"flags\": \"interval\"")
            .replace(
                "[\"fin\", \"syn\", \"rst\", \"ack\"]", "[\"ack\", \"rst\", \"syn\", \"fin\"]");
    assertEquals(List.of(), read(other).strange());
  }

  @Test
  void otherBitsAreAnotherRule() throws Exception {
    for (String version : List.of("1.0.6", "1.1.3")) {
      String other =
          recorded(version + ".json")
              .replaceFirst(
                  "\"fin\", \"syn\", \"rst\", \"ack\"", "\"fin\", \"syn\", \"urg\", \"ack\"");
      assertEquals(2, read(other).strange().size(), version);
    }
  }

  /** One that is dormant blocks nothing; 1.0.6 prints its flag as "inet". */
  @Test
  void aTableWithFlagsIsStrange() throws Exception {
    for (String version : List.of("1.0.6", "1.1.3")) {
      for (String flags : List.of("\"inet\"", "\"dormant\"", "[\"owner\", \"persist\"]")) {
        String dormant =
            recorded(version + ".json")
                .replaceFirst(
                    "(\"name\": \"port25\", \"handle\": \\d+)", "$1, \"flags\": " + flags);
        assertEquals(1, read(dormant).strange().size(), dormant);
      }
    }
  }

  @Test
  void sessionsThatWereEndedAreNobodysDoing() throws Exception {
    String more =
        recorded("1.1.3.json")
            .replaceFirst(
                "(\"name\": \"ended4\"[^}]*\"timeout\": 60)",
                "$1, \"elem\": [{\"elem\": {\"val\": {\"concat\":"
                    + " [\"198.51.100.7\", 40000, \"192.0.2.9\"]}, \"expires\": 59}}]");
    assertTrue(more.contains("40000"));
    assertEquals(List.of(), read(more).strange());
  }

  @Test
  void noTableIsNoLine() {
    assertEquals(new ReadBack(List.of(), List.of()), read(""));
  }

  @Test
  void aRuleThatIsNotOursIsStrange() {
    String more =
        "{\"rule\": {\"family\": \"inet\", \"table\": \"port25\", \"chain\": \"toward4\","
            + " \"handle\": 99, \"expr\": [{\"accept\": null}]}}\n]}";
    var read = read(table().replaceFirst("\\]}\\s*$", ",\n" + more));
    assertEquals(1, read.strange().size(), read.strange().toString());
    assertTrue(read.strange().get(0).contains("accept"));
  }

  @Test
  void aRuleThatIsGoneIsTold() {
    String without =
        table().replaceFirst("\\{\"rule\": [^\n]*\"chain\": \"cut4\"[^\n]*\n(?=\\{)", "");
    assertFalse(without.equals(table()));
    assertTrue(
        read(without).strange().stream().anyMatch(line -> line.startsWith("without ")),
        read(without).strange().toString());
  }

  @Test
  void rulesInAnotherOrderAreStrange() {
    var lines = List.of(table().split("\n")).stream().toList();
    var turned = new ArrayList<>(lines);
    int first = 0;
    while (!turned.get(first).contains("\"chain\": \"toward4\"")) {
      first++;
    }
    Collections.swap(turned, first, first + 1);
    assertFalse(read(String.join("\n", turned)).strange().isEmpty());
  }

  @Test
  void anElementThatIsNoLineIsStrange() {
    for (String element :
        List.of("\"mail.example\"", "{\"range\": [\"192.0.2.1\", \"192.0.2.6\"]}", "7", "null")) {
      var read =
          read(table().replace("\"192.0.2.9\", ", "").replaceFirst("\"192.0.2.9\"", element));
      assertEquals(1, read.strange().size(), element);
    }
  }

  @Test
  void aRangeThatIsAPrefixIsThatPrefix() {
    var read =
        read(
            table()
                .replace(
                    "{\"prefix\": {\"addr\": \"192.0.2.0\", \"len\": 24}}",
                    "{\"range\": [\"192.0.2.0\", \"192.0.2.255\"]}"));
    assertEquals(LINES, List.copyOf(new TreeSet<>(read.lines())));
  }

  @Test
  void whatIsWiderIsNeverTakenForWhatIsNarrower() {
    var read =
        read(
            table()
                .replaceFirst(
                    "\"192.0.2.9\"", "{\"prefix\": {\"addr\": \"192.0.2.0\", \"len\": 28}}"));
    assertTrue(read.lines().contains("open 192.0.2.0/28"), read.lines().toString());
    assertFalse(read.lines().contains("open 192.0.2.9"));
  }

  @Test
  void fuzzedBytesAreReadWithoutFault() {
    var random = new Random(25);
    byte[] good = Tables.holding(LINES);
    for (int i = 0; i < Trials.of(12_000); i++) {
      for (String line : read(Fuzz.altered(good, random)).strange()) {
        assertTrue(line.matches("[ -~]*…?"), line);
      }
    }
  }

  /** Whatever else the table opens, and whatever it lacks, is a difference. */
  @Test
  void noElementMoreOrLessStaysUnseen() {
    var random = new Random(27);
    for (int i = 0; i < Trials.of(12_000); i++) {
      var held = new ArrayList<>(LINES);
      boolean more = random.nextBoolean();
      if (more) {
        String line = randomLine(random);
        if (LINES.contains(line)) {
          continue;
        }
        held.add(random.nextInt(held.size()), line);
      } else {
        held.remove(random.nextInt(held.size()));
      }
      var read = read(Tables.holding(held));
      var found = Drift.between(LINES, read.lines());
      assertEquals(more ? 1 : 0, found.surplus().size() + read.strange().size(), held.toString());
      assertEquals(more ? 0 : 1, found.missing().size(), held.toString());
    }
  }

  private static String randomLine(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "open " + randomBlock(random);
      case 1 -> "inside " + randomBlock(random);
      case 2 -> "pass " + randomBlock(random);
      case 3 -> "own " + randomBlock(random);
      default -> "pair " + randomBlock(random) + " " + randomBlock(random);
    };
  }

  private static String randomBlock(Random random) {
    String host = "198.51.%d.%d".formatted(random.nextInt(3), random.nextInt(256));
    return random.nextBoolean() ? host : host + "/" + (8 + random.nextInt(24));
  }

  @Test
  void fuzzedLinesAreReadAsWrittenOrNotAtAll() {
    var random = new Random(26);
    for (int i = 0; i < Trials.of(12_000); i++) {
      String line = LINES.get(random.nextInt(LINES.size()));
      String altered = new String(Fuzz.altered(line.getBytes(UTF_8), random), UTF_8);
      try {
        assertEquals(altered, FirewallLine.parse(altered).toString());
      } catch (IllegalArgumentException e) {
        // not a line
      }
    }
  }
}
