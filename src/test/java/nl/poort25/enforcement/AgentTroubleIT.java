package nl.poort25.enforcement;

import static nl.poort25.enforcement.SignedState.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.poort25.it.RealPart;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the agent says of a trouble is what the trouble is. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(240)
class AgentTroubleIT extends FirewallWithAgent {
  private static final List<String> LINES =
      List.of("inside 192.0.2.0/24", "inside 2001:db8:25::/48", "open 192.0.2.9");

  private static void tell(String... command) throws Exception {
    var process = new ProcessBuilder(command).inheritIO().start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), String.join(" ", command));
  }

  private static void fill(Path directory) throws IOException {
    var block = new byte[4096];
    // what was freed since is filled as well
    try (OutputStream out =
        Files.newOutputStream(
            directory.resolve("filler"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int i = 0; i < 10_000; i++) {
        out.write(block);
      }
    } catch (IOException e) {
      return;
    }
    throw new AssertionError("it does not get full");
  }

  @Test
  void aFullStateDirectoryIsSaidAndTheTableKept() throws Exception {
    Path state = Files.createDirectories(agent.state());
    tell("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", state.toString());
    try {
      portal.offer(whole(42, LINES));
      agent.ends(0);
      assertEquals("applied", portal.next().outcome());
      String applied = table();
      fill(state);

      assertEquals(4, agent.once(), () -> agent.said() + "");
      var full = portal.next();
      assertEquals("failed", full.outcome());
      assertTrue(full.message().contains("its disk is full"), full.message());
      assertEquals("42", full.generation());

      portal.offer(whole(43, List.of("inside 192.0.2.0/24", "open 192.0.2.10")));
      assertEquals(4, agent.once(), () -> agent.said() + "");
      var refused = portal.next();
      assertEquals("failed", refused.outcome());
      assertTrue(refused.message().contains("its disk is full"), refused.message());
      assertEquals(applied, table());

      // what is in force is kept in force all the same
      portal.offer(whole(42, LINES));
      fill(state);
      network.nft("delete", "table", "inet", "port25");
      agent.once();
      assertEquals(applied, table());
      portal.offer(whole(43, List.of("inside 192.0.2.0/24", "open 192.0.2.10")));

      Files.delete(state.resolve("filler"));
      agent.ends(0);
      assertTrue(network.nft("list", "table", "inet", "port25").contains("generation 43"));
      portal.await("applied");
    } finally {
      tell("umount", state.toString());
    }
  }

  @Test
  void aRefusedTokenIsCalledThat() throws Exception {
    portal.offer(whole(42, LINES));
    agent.close();
    Files.delete(folder.resolve("portal"));
    agent = agent("another-token");
    try (var run = agent.start("once")) {
      run.awaitLog("it refused the token (401)");
      assertEquals(2, run.end());
    }
  }

  @Test
  void aProgramThatIsMissingIsNamed() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String name :
        List.of(
            "awk cat cmp cp curl cut date df grep gzip ln mktemp mv nft readlink rm sed sha256sum"
                .concat(" sleep sync tr wc")
                .split(" "))) {
      Path program = RealPart.of(name, Stream.of(Path.of("/usr/sbin"), Path.of("/sbin")));
      Path wrapper = bin.resolve(name);
      Files.writeString(wrapper, "#!/bin/sh\nexec %s \"$@\"\n".formatted(program));
      Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwx------"));
    }
    // its own folders of programs are empty there
    Path program = folder.resolve("poort25-agent");
    Files.writeString(
        program,
        Files.readString(AgentOfTest.PROGRAM).replace("PATH=$PATH:/usr/sbin:/sbin", "PATH=" + bin));
    var process =
        new ProcessBuilder("/bin/sh", program.toString(), "once").redirectErrorStream(true);
    process.environment().put("POORT25_CONFIG", folder.toString());
    process.environment().put("POORT25_STATE", folder.resolve("other").toString());
    var run = process.start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, run.waitFor(), said);
    assertTrue(said.contains("missing here: flock openssl"), said);
    assertFalse(said.contains("another run"), said);
  }
}
