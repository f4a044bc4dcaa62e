package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import nl.poort25.it.RealPart;
import nl.poort25.web.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is offered for download, and the lines that install it. */
class AgentTest {
  @TempDir private Path folder;

  @Test
  void theConfigurationIsForItsUserAndTheTokenForRootAlone() throws Exception {
    assertEquals(1, Agent.ask().lines().count());
    // one that others may read is replaced, and not written to
    Files.writeString(folder.resolve("curl.conf"), "");
    Files.setPosixFilePermissions(
        folder.resolve("curl.conf"), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals("", run(Agent.ask().replace("stty", "true"), "abc\n").replace("token: \n", ""));
    String lines = Agent.FIREWALL.install("https://portal.example", 7, "pem");
    run(lines.lines().filter(line -> line.contains("agent.conf")).findFirst().orElseThrow(), "");
    assertEquals(
        "portal https://portal.example\npoint 7\nkind firewall\n",
        Files.readString(folder.resolve("agent.conf")));
    assertEquals("rw-r--r--", mode("agent.conf"));
    assertEquals(
        "header = \"Authorization: Bearer abc\"\n", Files.readString(folder.resolve("curl.conf")));
    assertEquals("rw-------", mode("curl.conf"));
    assertFalse((Agent.ask() + lines).contains("abc"), "the token is in no line");
  }

  /** The program says its version by the digest of its own file. */
  @ParameterizedTest
  @EnumSource(Agent.class)
  void theVersionIsThatOfTheFileThatIsServed(Agent agent) {
    String served = agent.files("pem").get(agent.getFile());
    assertTrue(agent.getVersion().endsWith("." + Sha256.hex(served).substring(0, 8)));
    assertEquals(served, Agent.text(agent.getFile()).orElseThrow());
  }

  @Test
  void whatIsFetchedIsCheckedBeforeItIsInstalled() throws Exception {
    var files = Agent.FIREWALL.files("pem");
    String line =
        Agent.FIREWALL.install("https://portal.example", 7, "pem").lines().toList().get(1);
    String check = "cd " + folder + " && " + line.substring(0, line.indexOf(" && install"));
    for (var file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    assertEquals(3, run(check, "").lines().filter(said -> said.endsWith(": OK")).count());
    Files.writeString(folder.resolve("poort25-agent"), "another");
    var shell = new ProcessBuilder("sh", "-c", check).start();
    assertNotEquals(0, shell.waitFor());
  }

  private String run(String line, String typed) throws Exception {
    var shell =
        new ProcessBuilder("sh", "-c", line.replace("/etc/poort25", folder + ""))
            .redirectErrorStream(true)
            .start();
    try (var in = shell.outputWriter()) {
      in.write(typed);
    }
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor(), said);
    return said;
  }

  private String mode(String file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
  }

  @ParameterizedTest
  @EnumSource(Agent.class)
  void eachIsOneProgramWithItsUnit(Agent agent) throws Exception {
    assertTrue(agent.program().startsWith("#!/bin/sh\n"), agent.getFile());
    assertTrue(Agent.text(agent.getFile() + ".service").isPresent());
    var program = folder.resolve("program");
    Files.writeString(program, agent.program());
    assertEquals(0, new ProcessBuilder("sh", "-n", program + "").inheritIO().start().waitFor());
    assertFalse(Agent.text("../persistence.xml").isPresent());
  }

  /** But for words that are split on purpose, empty values, and what another part uses. */
  @ParameterizedTest
  @EnumSource(Agent.class)
  void shellcheckFindsNothingInIt(Agent agent) throws Exception {
    var shellcheck = RealPart.of("shellcheck", Stream.empty());
    var program = folder.resolve("program");
    Files.writeString(program, agent.program());
    var run =
        new ProcessBuilder(
                "" + shellcheck,
                "-s",
                "sh",
                "-S",
                "warning",
                "-e",
                "SC1007,SC2034,SC2046,SC2209",
                "" + program)
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, run.waitFor(), said);
  }
}
