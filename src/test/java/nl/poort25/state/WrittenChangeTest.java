package nl.poort25.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.text.FormattedDiff;
import org.junit.jupiter.api.Test;

/** A change of each target in each format, byte for byte as in the golden files. */
class WrittenChangeTest {
  private static final Path GOLDEN = Path.of("src/test/resources/nl/poort25/state/changes");

  private static void assertGolden(String file, List<FormattedDiff> changes) throws IOException {
    String text =
        changes.stream()
            .map(change -> "== " + change.format() + "\n" + change.text() + "\n")
            .collect(Collectors.joining());
    assertEquals(Files.readString(GOLDEN.resolve(file), UTF_8), text);
  }

  private static Set<FirewallLine> firewall(Stream<String> more) {
    var lines = new TreeSet<FirewallLine>(FormatsTest.FIREWALL);
    more.map(FirewallLine::parse).forEach(lines::add);
    return lines;
  }

  @Test
  void aFirewallIsToldInEachFormat() throws IOException {
    var before = firewall(Stream.of("open 192.0.2.11", "pair 2001:db8:fd::/64 2001:db8:25::21"));
    var after =
        firewall(
            Stream.of(
                "own 192.0.2.26",
                "open 192.0.2.12",
                "pair 198.51.100.9 192.0.2.20", // another line covers it
                "pair 203.0.113.0/25 192.0.2.21"));
    assertGolden("firewall.txt", StateFormat.changes(EnforcementTarget.FIREWALL, before, after));
    assertGolden(
        "firewall-none.txt", StateFormat.changes(EnforcementTarget.FIREWALL, before, before));
  }

  @Test
  void aRelayIsToldInEachFormat() throws IOException {
    var before = new TreeSet<>(FormatsTest.RELAY);
    var after =
        FormatsTest.RELAY.stream()
            .filter(line -> !line.toString().equals("recipient info@pop.nl"))
            .filter(line -> !line.toString().equals("mailstore xn--caf-dma.example"))
            .filter(line -> line.kind() != RelayLine.Kind.STORE)
            .collect(Collectors.toCollection(TreeSet::new));
    Stream.of("domain nieuw.example 192.0.2.77", "store 192.0.2.51", "recipient abuse@pop.nl")
        .map(RelayLine::parse)
        .forEach(after::add);
    assertGolden("relay.txt", StateFormat.changes(EnforcementTarget.RELAY, before, after));
  }
}
