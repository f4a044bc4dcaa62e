package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is offered for download, and the lines that install it. */
class AgentTest {
  @TempDir private Path folder;

  @Test
  void theConfigurationIsForItsUserAndTheTokenForRootAlone() throws Exception {
    String lines = Agent.FIREWALL.install("https://portal.example", 7, "abc");
    assertEquals(3, lines.lines().count());
    String configuration = lines.lines().toList().get(1).replace("/etc/poort25", folder + "");
    var shell = new ProcessBuilder("sh", "-c", configuration).inheritIO().start();
    assertEquals(0, shell.waitFor());
    assertEquals(
        "portal https://portal.example\npoint 7\nkind firewall\n",
        Files.readString(folder.resolve("agent.conf")));
    assertEquals("rw-r--r--", mode("agent.conf"));
    assertEquals(
        "header = \"Authorization: Bearer abc\"\n", Files.readString(folder.resolve("curl.conf")));
    assertEquals("rw-------", mode("curl.conf"));
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
}
