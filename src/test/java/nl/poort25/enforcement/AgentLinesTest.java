package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.it.Debian13;
import nl.poort25.it.RealPart;
import nl.poort25.point.Agent;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EffectiveLines;
import nl.poort25.state.FirewallLine;
import nl.poort25.state.Nftables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent and the portal agree on what a line is and on the table that lines make. */
class AgentLinesTest {
  private static final List<String> GOOD =
      List.of(
          "inside 0.0.0.0/0",
          "inside 192.0.2.0/24",
          "inside 192.0.2.9",
          "inside 10.128.0.0/9",
          "inside 2001:db8::/29",
          "inside 2001:db8:0:8000::/49",
          "open 255.255.255.255",
          "open 192.0.2.9",
          "open 2001:db8::9",
          "open 2001:db8:0:1:1:1:1:1",
          "open 2001:db8::1:0:0:1",
          "open 1:2:3:4:5:6:7:8",
          "open ::1",
          "own 192.0.2.25",
          "own 2001:db8::25",
          "pair 198.51.100.7 192.0.2.9",
          "pair 198.51.100.0/31 192.0.2.9",
          "pair 2001:db8:ff::/64 2001:db8::9",
          "pair 2001:db8:fe::7 2001:db8::9",
          "pass 203.0.113.25",
          "pass 2001:db8:ff::25");
  @TempDir private Path folder;

  @BeforeAll
  static void parts() {
    RealPart.of("awk", Stream.empty());
  }

  private String agent(byte[] input, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(AgentOfTest.PROGRAM.toString()));
    command.addAll(List.of(arguments));
    Path file = Files.write(folder.resolve("input"), input);
    var process = new ProcessBuilder(command).redirectInput(file.toFile()).start();
    return new String(process.getInputStream().readAllBytes(), ISO_8859_1);
  }

  /** The awks of both Debians: each agent is to do the same with any of them. */
  @Test
  void everyAwkDoesTheSame() throws Exception {
    var newer = Debian13.programs();
    var lines = Mutations.of(GOOD, 300);
    String input = String.join("\n", lines) + "\n";
    var sent = DesiredLine.text(EffectiveLines.of(GOOD.stream().map(FirewallLine::parse).toList()));
    for (var agent : Agent.values()) {
      var program = AgentOfTest.program(agent);
      String judged = with(Path.of("/usr/bin/mawk"), "", program, input, "check");
      assertEquals(lines.size(), judged.lines().count());
      for (String awk : List.of("mawk", "gawk", "gawk --posix", "original-awk", "busybox awk")) {
        String[] words = awk.split(" ");
        String rest = words.length > 1 ? words[1] : "";
        var path = newer.resolve(words[0]);
        assertEquals(judged, with(path, rest, program, input, "check"), agent + " " + awk);
        if (agent == Agent.FIREWALL) {
          assertEquals(
              with(Path.of("/usr/bin/mawk"), "", program, sent, "render", "42"),
              with(path, rest, program, sent, "render", "42"),
              awk);
        }
      }
    }
  }

  private String with(Path awk, String rest, Path program, String input, String... verb)
      throws IOException {
    var first = Files.createDirectories(folder.resolve("path"));
    Files.writeString(first.resolve("awk"), "#!/bin/sh\nexec %s %s \"$@\"\n".formatted(awk, rest));
    assertTrue(first.resolve("awk").toFile().setExecutable(true));
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(verb));
    var file = Files.writeString(folder.resolve("input"), input, ISO_8859_1);
    var builder = new ProcessBuilder(command).redirectInput(file.toFile());
    builder.redirectErrorStream(true).environment().merge("PATH", first + ":", (a, b) -> b + a);
    return new String(builder.start().getInputStream().readAllBytes(), ISO_8859_1);
  }

  private List<String> judged(List<String> lines) throws IOException {
    String all = String.join("\n", lines) + "\n";
    return agent(all.getBytes(ISO_8859_1), "check").lines().toList();
  }

  private static boolean isTaken(String line) {
    try {
      FirewallLine.parse(line);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void everyGoodLineIsTaken() throws Exception {
    assertTrue(GOOD.stream().allMatch(AgentLinesTest::isTaken));
    assertEquals(GOOD.stream().map(line -> "ok").toList(), judged(GOOD));
  }

  @Test
  void whatOnlyLooksLikeALineIsRefused() throws Exception {
    var bad =
        List.of(
            "",
            "open",
            "open ",
            " open 192.0.2.9",
            "open  192.0.2.9",
            "open 192.0.2.9 ",
            "open\t192.0.2.9",
            "open 192.0.2.9\r",
            "Open 192.0.2.9",
            "open 192.0.2.256",
            "open 192.0.2.09",
            "open 192.0.2",
            "open 0xc0.0.2.9",
            "open 192.0.2.9/32",
            "open 192.0.2.0/24",
            "open 2001:db8::9/128",
            "open 2001:DB8::9",
            "open 2001:db8:0:0:0:0:0:9",
            "open 2001:db8::0:9",
            "open 2001:db8::1::1",
            "open 2001:db8:::9",
            "open 1:2:3:4:5:6:7::",
            "open 2001:0db8::9",
            "open fe80::1%eth0",
            "open ::ffff:192.0.2.9",
            "open ::ffff:c000:209",
            "open ::c000:209",
            "open 64:ff9b::c000:209",
            "open 2002:c000:209::1",
            "open 2001::1",
            "open localhost",
            "open 192.0.2.9, 0.0.0.0/0 }",
            "pass 203.0.113.0/24",
            "own",
            "own 192.0.2.0/24",
            "own 192.0.2.25 192.0.2.9",
            "own 2001:db8:25::/48",
            "inside 192.0.2.9/24",
            "inside 192.0.2.0/33",
            "inside 192.0.2.0/024",
            "inside 192.0.2.0/",
            "inside 2001:db8::1/64",
            "inside 2001:db8::/129",
            "pair 198.51.100.7",
            "pair 198.51.100.7 192.0.2.0/24",
            "pair 198.51.100.7 2001:db8::9",
            "pair 198.51.100.7 192.0.2.9 192.0.2.9",
            "deny 192.0.2.9",
            "include \"/etc/passwd\"");
    assertEquals(bad.stream().map(line -> "bad").toList(), judged(bad));
  }

  @Test
  void noMutationIsTakenThatThePortalWouldRefuse() throws Exception {
    var lines = Mutations.of(GOOD, 30_000);
    var judged = judged(lines);
    assertEquals(lines.size(), judged.size());
    int taken = 0;
    for (int i = 0; i < lines.size(); i++) {
      assertEquals(isTaken(lines.get(i)) ? "ok" : "bad", judged.get(i), lines.get(i));
      taken += judged.get(i).equals("ok") ? 1 : 0;
    }
    assertTrue(taken > 500, "taken: " + taken);
  }

  @Test
  void bothWriteTheSameTable() throws Exception {
    for (var lines : List.of(List.<String>of(), GOOD.subList(1, 2), GOOD)) {
      // as the portal sends them
      var sent = EffectiveLines.of(lines.stream().map(FirewallLine::parse).toList());
      String all = DesiredLine.text(sent);
      assertEquals(
          Nftables.write(42, lines.stream().map(FirewallLine::parse).toList()),
          agent(all.getBytes(ISO_8859_1), "render", "42"));
    }
  }

  @Test
  void noTableIsWrittenForAMalformedLine() throws Exception {
    String table = agent("open 192.0.2.9\nopen 0/0\n".getBytes(ISO_8859_1), "render", "42");
    assertFalse(table.contains("open4"));
  }
}
