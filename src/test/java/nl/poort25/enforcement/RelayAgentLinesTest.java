package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.poort25.domainname.Idna;
import nl.poort25.it.RealPart;
import nl.poort25.point.Agent;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.Postfix;
import nl.poort25.state.RelayLine;
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
          "mailstore xn--caf-dma.example",
          "postmaster beheer@routit.nl",
          "recipient o.k`{}|~'$%&*+/=?^_!-#@pop.nl",
          "recipient a.b+c'd@pop.nl",
          "recipient abuse@xn--caf-dma.example",
          "store 192.0.2.50 2001:db8::50");
  @TempDir private Path folder;

  @BeforeAll
  static void parts() {
    RealPart.of("awk", Stream.empty());
  }

  private String agent(List<String> lines, String... arguments) throws IOException {
    return agent(PROGRAM, lines, arguments);
  }

  private String agent(Path program, List<String> lines, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(program.toString()));
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

  /**
   * One from before the line of the postmaster, which refuses a state with any line it calls bad.
   */
  @Test
  void anOlderAgentTakesAllThatItGets() throws Exception {
    String program = Agent.RELAY.program();
    assertTrue(program.contains("\nKNOWS=postmaster\n"));
    assertTrue(PointLines.knowsAllLines(EnforcementTarget.RELAY, "postmaster"));
    String older = program.replace(" || word[1] == \"postmaster\"", "");
    Path file = Files.writeString(folder.resolve("older"), older);
    assertTrue(file.toFile().setExecutable(true));
    assertTrue(agent(file, GOOD, "check").contains("bad"));
    var given = PointLines.forOlder(GOOD);
    assertTrue(given.containsAll(GOOD.stream().filter(l -> l.startsWith("deny ")).toList()));
    assertEquals(
        given.stream().map(line -> "ok").toList(), agent(file, given, "check").lines().toList());
  }

  @Test
  void bothWriteTheSameFiles() throws Exception {
    var homeless = GOOD.stream().filter(line -> !line.startsWith("store ")).toList();
    for (var lines : List.of(List.<String>of(), homeless, GOOD)) {
      var files = Postfix.files(42, lines.stream().map(RelayLine::parse).toList());
      for (var file : files.entrySet()) {
        assertEquals(bytes(file.getValue()), agent(lines, "render", "42", file.getKey()));
      }
    }
  }

  /** Of UTF-8, one letter for each byte, as the agent's output is read here. */
  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  @Test
  void bothKnowANameInTheFormThatMailWithSmtputf8Has() throws Exception {
    var random = new Random(25);
    var names = new TreeSet<String>();
    while (names.size() < 500) {
      var name = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        String letters =
            "abcz09-\u00e9\u00fc\u00df\u03b2\u03c2\u03c3\u0436\u05d0\u0915\u4e2d\uac00\ud840\udc0b";
        name.appendCodePoint(letters.codePointAt(random.nextInt(letters.length() - 1)));
      }
      try {
        names.add(Idna.toAscii(name + ".\u4e2d\u56fd"));
      } catch (Idna.Refused e) {
        // no name
      }
    }
    var lines = names.stream().map(name -> "mailstore " + name).toList();
    var files = Postfix.files(42, lines.stream().map(RelayLine::parse).toList());
    String written = files.get(Postfix.RELAY_DOMAINS);
    assertEquals(bytes(written), agent(lines, "render", "42", Postfix.RELAY_DOMAINS));
    assertTrue(written.lines().count() > 700, written);
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
