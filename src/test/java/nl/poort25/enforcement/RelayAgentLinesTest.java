package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.it.RealPart;
import nl.poort25.point.Agent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent of a relay and the portal agree on what a line is and on the files that lines make. */
class RelayAgentLinesTest {
  private static final Path PROGRAM = AgentOfTest.program(Agent.RELAY);
  private static final List<String> GOOD =
      List.of(
          "deny 192.0.2.0/24 AB-2026-0007",
          "deny 192.0.2.9 AB-2026-123456789",
          "deny 2001:db8:ff::/64 AB-2026-0008",
          "deny 2001:db8::9 AB-2026-0009",
          "domain 1.2.klant.co.uk 192.0.2.25",
          "domain a--b.nl 192.0.2.25",
          "domain klant.nl 192.0.2.25 2001:db8::25 192.0.2.26",
          "domain xn--strae-oqa.example 192.0.2.25",
          "mailstore co.nl",
          "mailstore pop.nl",
          "recipient o.k`{}|~'$%&*+/=?^_!-#@pop.nl",
          "recipient a.b+c'd@pop.nl",
          "store 192.0.2.50 2001:db8::50");
  @TempDir private Path folder;

  @BeforeAll
  static void parts() {
    RealPart.of("awk", Stream.empty());
  }

  private String agent(List<String> lines, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(List.of(arguments));
    String all = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    Path file = Files.write(folder.resolve("input"), all.getBytes(ISO_8859_1));
    var builder = new ProcessBuilder(command).redirectInput(file.toFile());
    return new String(builder.start().getInputStream().readAllBytes(), ISO_8859_1);
  }

  private static boolean isTaken(String line) {
    try {
      RelayLine.parse(line);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void everyGoodLineIsTaken() throws Exception {
    assertTrue(GOOD.stream().allMatch(RelayAgentLinesTest::isTaken));
    assertEquals(GOOD.stream().map(line -> "ok").toList(), agent(GOOD, "check").lines().toList());
  }

  @Test
  void bothWriteTheSameFiles() throws Exception {
    var homeless = GOOD.stream().filter(line -> !line.startsWith("store ")).toList();
    for (var lines : List.of(List.<String>of(), homeless, GOOD)) {
      var files = Postfix.files(42, lines.stream().map(RelayLine::parse).toList());
      for (var file : files.entrySet()) {
        assertEquals(file.getValue(), agent(lines, "render", "42", file.getKey()));
      }
    }
  }

  /** But for what IDNA says of the letters behind xn--, which is the portal's to judge. */
  @Test
  void noMutationIsTakenThatThePortalWouldRefuse() throws Exception {
    var lines = Mutations.of(GOOD, 20_000);
    var judged = agent(lines, "check").lines().toList();
    assertEquals(lines.size(), judged.size());
    int taken = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean ok = judged.get(i).equals("ok");
      if (!line.contains("xn--") || !ok) {
        assertEquals(isTaken(line), ok, line);
      }
      taken += ok ? 1 : 0;
    }
    assertTrue(taken > 500, "taken: " + taken);
  }
}
