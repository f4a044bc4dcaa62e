package nl.poort25.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format of a state that has all kinds of lines, byte for byte as in the golden files. */
class FormatsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/nl/poort25/state");
  private static final long GENERATION = 42;

  static final List<FirewallLine> FIREWALL =
      sorted(
          Stream.of(
                  "inside 192.0.2.0/24",
                  "inside 2001:db8:25::/48",
                  "open 192.0.2.9",
                  "open 192.0.2.10",
                  "open 2001:db8:25::9",
                  "own 192.0.2.25",
                  "own 2001:db8:25::25",
                  "pair 198.51.100.0/24 192.0.2.20",
                  "pair 198.51.100.7 192.0.2.20",
                  "pair 198.51.100.7 192.0.2.21",
                  "pair 2001:db8:ff::/48 2001:db8:25::20",
                  "pair 2001:db8:ff::7 2001:db8:25::21",
                  "pass 203.0.113.25",
                  "pass 2001:db8:fe::25")
              .map(FirewallLine::parse));

  static final List<RelayLine> RELAY =
      sorted(
          Stream.of(
                  "deny 192.0.2.9 AB-2026-0007",
                  "deny 198.51.100.0/28 AB-2026-0008",
                  "deny 2001:db8:25::/64 AB-2026-0007",
                  "deny 2001:db8:25:1::9 AB-2026-12345",
                  "domain klant.nl 192.0.2.25 192.0.2.26 2001:db8::25",
                  "domain www.klant.nl 198.51.100.25",
                  "domain xn--strae-oqa.example 2001:db8::26",
                  "mailstore pop.nl",
                  "mailstore vang.alles.nl",
                  "mailstore xn--caf-dma.example",
                  "postmaster beheer@routit.nl",
                  "recipient info@pop.nl",
                  "recipient jan.de+vries@pop.nl",
                  "recipient abuse@xn--caf-dma.example",
                  "recipient o'neill@xn--caf-dma.example",
                  "store 192.0.2.50 2001:db8::50")
              .map(RelayLine::parse));

  private static <L extends DesiredLine> List<L> sorted(Stream<L> lines) {
    return List.copyOf(new TreeSet<>(lines.toList()));
  }

  record Golden(String file, String text) {
    @Override
    public String toString() {
      return file;
    }
  }

  static List<Golden> files() {
    var files = new ArrayList<Golden>();
    files.add(new Golden("firewall.nft", Nftables.write(GENERATION, FIREWALL)));
    files.add(new Golden("firewall.txt", DesiredLine.text(FIREWALL)));
    files.add(
        new Golden(
            "firewall.json", StateJson.write(EnforcementTarget.FIREWALL, GENERATION, FIREWALL)));
    files.add(new Golden("relay.txt", DesiredLine.text(RELAY)));
    files.add(
        new Golden("relay.json", StateJson.write(EnforcementTarget.RELAY, GENERATION, RELAY)));
    Postfix.files(GENERATION, RELAY)
        .forEach((name, text) -> files.add(new Golden("postfix/" + name, text)));
    Postfix.files(1, List.of())
        .forEach((name, text) -> files.add(new Golden("postfix-empty/" + name, text)));
    var exim = new Exim();
    for (String file : exim.files()) {
      String text = exim.write(file, EnforcementTarget.RELAY, GENERATION, RELAY);
      files.add(new Golden("exim/" + file, text));
    }
    var ironPort = IronPort.write(GENERATION, RELAY);
    files.add(new Golden("ironport/smtproutes", ironPort.smtpRoutes()));
    files.add(new Golden("ironport/rat", ironPort.rat()));
    files.add(new Golden("ironport/hat", ironPort.hat()));
    files.add(new Golden("ironport/aliases", ironPort.aliases()));
    return files;
  }

  @ParameterizedTest
  @MethodSource("files")
  void isWrittenByteForByteAsBefore(Golden golden) throws IOException {
    assertEquals(Files.readString(GOLDEN.resolve(golden.file()), UTF_8), golden.text());
  }

  /** But for the names that Postfix compares with what mail with SMTPUTF8 says. */
  @ParameterizedTest
  @MethodSource("files")
  void hasLinesThatEndAndOnlyPrintableAscii(Golden golden) {
    assertTrue(golden.text().endsWith("\n"));
    String text = golden.text();
    if (golden.file().matches("(postfix|exim).*")) {
      text = text.replace("caf\u00e9.example", "");
    }
    assertTrue(text.matches("[\\t\\n -~]*"));
  }

  @Test
  void aNameWithASharpSHasItsALabelsAloneSincePostfixMakesAnotherNameOfIt() {
    var files = Postfix.files(GENERATION, RELAY);
    assertTrue(files.get(Postfix.RELAY_DOMAINS).contains("\nxn--strae-oqa.example OK\n"));
    assertFalse(files.get(Postfix.RELAY_DOMAINS).contains("stra\u00dfe"));
    assertTrue(files.get(Postfix.RELAY_DOMAINS).contains("\ncaf\u00e9.example OK\n"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void noTableHasWhatItsReaderMisreads(Golden golden) {
    if (golden.file().matches(".*(nft|json)|exim/conf")) {
      return;
    }
    for (String line : golden.text().split("\n", -1)) {
      assertFalse(line.startsWith(" ") || line.startsWith("\t"), "continues: " + line);
      assertTrue(line.startsWith("#") || line.indexOf('#') < 0, "a comment in a value: " + line);
    }
  }

  @Test
  void aSubdomainIsNotItsParentForPostfix() {
    var files = Postfix.files(GENERATION, RELAY);
    String parents =
        files
            .get(Postfix.MAIN)
            .lines()
            .filter(line -> line.startsWith("parent_domain_matches_subdomains"))
            .findFirst()
            .orElseThrow();
    assertFalse(parents.contains("relay_domains") || parents.contains("transport_maps"), parents);
    assertFalse(files.get(Postfix.TRANSPORT).contains("\n."), "nor does a table say so");
  }

  @Test
  void aDeniedClientIsRefusedBeforeAnythingPermitsIt() {
    String relaying =
        Postfix.files(GENERATION, RELAY)
            .get(Postfix.MAIN)
            .lines()
            .filter(line -> line.startsWith("smtpd_relay_restrictions"))
            .findFirst()
            .orElseThrow();
    assertTrue(relaying.indexOf("denied.cidr") < relaying.indexOf("permit"), relaying);
    assertTrue(relaying.endsWith("reject_unauth_destination"), relaying);
  }

  @Test
  void withoutAMailStoreItsMailWaitsInPostfixAndIsLeftOutOfIronPort() {
    var kept = List.of(RelayLine.mailstore("pop.nl"), RelayLine.recipient("info", "pop.nl"));
    assertTrue(Postfix.files(1, kept).get(Postfix.TRANSPORT).contains("\npop.nl retry:4.3.5 "));
    var ironPort = IronPort.write(1, kept);
    assertFalse(ironPort.rat().contains("pop.nl"), ironPort.rat());
    assertFalse(ironPort.smtpRoutes().contains("pop.nl"), ironPort.smtpRoutes());
    assertEquals(List.of("left out, since no mail store is named: 1"), ironPort.warnings());
  }

  @Test
  void moreRoutesThanADeviceTakesAreToldAndNotCut() {
    var lines = new ArrayList<RelayLine>();
    for (int i = 1; i < IronPort.MOST_ROUTES; i++) {
      lines.add(RelayLine.domain("k" + i + ".nl", RELAY.get(4).hosts()));
    }
    assertEquals(List.of(), IronPort.write(1, lines).warnings());
    lines.add(RelayLine.domain("k0.nl", RELAY.get(4).hosts()));
    var over = IronPort.write(1, lines);
    assertEquals(List.of("40000 routes and ALL: a device takes 40000 in all"), over.warnings());
    assertEquals(40_000, over.smtpRoutes().lines().filter(l -> !l.startsWith("#")).count());
  }

  @Test
  void aRecipientThatIronPortMayNotParseMakesItTakeTheWholeName() {
    var written = IronPort.write(GENERATION, RELAY);
    assertTrue(written.rat().contains("\nxn--caf-dma.example ACCEPT\n"), written.rat());
    assertFalse(written.rat().contains("'"), written.rat());
    assertEquals(
        List.of("names taken whole, since a recipient of theirs may not parse: 1"),
        written.warnings());
  }

  @Test
  void theJsonIsOneDocumentWithTheDigestOfTheLines() {
    try (var reader =
        Json.createReader(
            new StringReader(StateJson.write(EnforcementTarget.RELAY, GENERATION, RELAY)))) {
      var document = reader.readObject();
      assertEquals(RELAY.size(), document.getJsonArray("lines").size());
      assertEquals(DesiredLine.digest(DesiredLine.text(RELAY)), document.getString("sha256"));
    }
    assertTrue(
        StateJson.write(EnforcementTarget.RELAY, 1, List.of()).endsWith("\"lines\":[\n\n]}\n"));
  }
}
