package nl.poort25.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.it.Trials;
import nl.poort25.it.Unpacked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Exim that uses the files of a state as their comments say: whom it refuses, and where it
 * takes mail to. It plays sessions (-bh) and routes (-bt), and sends nothing.
 */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(120)
class EximTablesIT {
  private static final int ID = 59_126;
  private static final String[] PARTS = {
    "# Main part\n", "# At the top of acl", "# At the top of the routers\n"
  };

  @TempDir Path folder;
  private Path program;

  @BeforeEach
  void write() throws IOException {
    program = Unpacked.programs("exim").resolve("exim4");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    write(FormatsTest.RELAY);
    Files.writeString(folder.resolve("exim.conf"), configuration(folder.resolve("port25")));
    entry("passwd", "Debian-exim:x:%d:%d::/:/usr/sbin/nologin".formatted(ID, ID));
    entry("group", "Debian-exim:x:%d:".formatted(ID));
  }

  private void write(List<RelayLine> lines) throws IOException {
    var tables = Files.createDirectories(folder.resolve("port25"));
    for (String file : new Exim().files()) {
      Files.writeString(
          tables.resolve(file),
          StateFormat.write(EnforcementTarget.RELAY, "exim-" + file, 42, lines).orElseThrow(),
          UTF_8);
    }
  }

  /** With one more entry than that of this machine: the package would have made it. */
  private void entry(String file, String line) throws IOException {
    Files.writeString(
        folder.resolve(file), Files.readString(Path.of("/etc", file)) + line + "\n", UTF_8);
  }

  /** Its parts where their comments say. */
  private String configuration(Path tables) throws IOException {
    String text =
        Files.readString(tables.resolve("conf")).replace("/etc/exim4/port25", tables.toString());
    String main = text.substring(text.indexOf(PARTS[0]), text.indexOf(PARTS[1]));
    String recipients = text.substring(text.indexOf(PARTS[1]), text.indexOf(PARTS[2]));
    String routers = text.substring(text.indexOf(PARTS[2]));
    return """
        primary_hostname = relay.example
        spool_directory = %1$s/spool
        log_file_path = %1$s/%%slog
        keep_environment =
        host_lookup =
        rfc1413_query_timeout = 0s
        tls_advertise_hosts =
        dns_again_means_nonexist = *
        acl_smtp_rcpt = recipient
        %2$s
        begin acl
        recipient:
        %3$s
          deny message = relay not permitted
        begin routers
        %4$s
        rest:
          driver = manualroute
          route_list = * 127.0.0.9
          transport = remote_smtp
        begin transports
        remote_smtp:
          driver = smtp
        """
        .formatted(folder, main, recipients, routers);
  }

  /** What it says to that input. */
  private String exim(String input, String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                "unshare",
                "-m",
                "sh",
                "-ec",
                """
                mount --bind %1$s/passwd /etc/passwd
                mount --bind %1$s/group /etc/group
                exec %2$s -C %1$s/exim.conf "$@"
                """
                    .formatted(folder, program),
                "exim"));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = process.outputWriter(UTF_8)) {
      in.write(input);
    }
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said;
  }

  /** The answer to a recipient, of a session that comes from there. */
  private String answer(String client, String recipient) throws IOException, InterruptedException {
    String said =
        exim(
            "EHLO client.example\r\nMAIL FROM:<>\r\nRCPT TO:<" + recipient + ">\r\nQUIT\r\n",
            "-bh",
            client);
    var answers = said.lines().filter(line -> line.matches("[245]\\d\\d .*")).toList();
    // of the greeting, EHLO, MAIL, RCPT and QUIT
    assertTrue(answers.size() >= 4, said);
    return answers.get(3);
  }

  @Test
  void refusesWhomTheStateDeniesInBothVersionsOfTheProtocol() throws Exception {
    for (var denied :
        List.of(
            List.of("192.0.2.9", "AB-2026-0007"),
            List.of("198.51.100.5", "AB-2026-0008"),
            List.of("2001:db8:25::77", "AB-2026-0007"),
            List.of("2001:db8:25:1::9", "AB-2026-12345"))) {
      String said = answer(denied.get(0), "info@klant.nl");
      assertTrue(said.startsWith("550 ") && said.endsWith("case " + denied.get(1)), said);
    }
    for (String other : List.of("192.0.2.10", "198.51.100.16", "2001:db8:25:1::8")) {
      String said = answer(other, "info@klant.nl");
      assertTrue(said.startsWith("250 "), other + ": " + said);
    }
  }

  @Test
  void takesJustTheNamesAndTheRecipientsThatAreKnown() throws Exception {
    Stream.of(
            "wie.dan.ook@klant.nl",
            "INFO@KLANT.NL",
            "info@pop.nl",
            "jan.de+vries@pop.nl",
            "postmaster@pop.nl",
            "abuse@xn--caf-dma.example",
            "o'neill@xn--caf-dma.example",
            "alles@vang.alles.nl")
        .forEach(taken -> assertTrue(quietly(taken).startsWith("250 "), taken));
    Stream.of(
            "info@sub.klant.nl",
            "info@elders.example",
            "niemand@pop.nl",
            "info@sub.pop.nl",
            "info@xn--caf-dma.example")
        .forEach(refused -> assertTrue(quietly(refused).startsWith("550 "), refused));
  }

  private String quietly(String recipient) {
    try {
      return answer("203.0.113.5", recipient);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Without a store whoever sends to such a name has to try again: nothing is taken and kept. */
  @Test
  void defersWhatHasNoStoreYet() throws Exception {
    var lines =
        FormatsTest.RELAY.stream().filter(line -> line.kind() != RelayLine.Kind.STORE).toList();
    write(lines);
    String said = answer("203.0.113.5", "alles@vang.alles.nl");
    assertTrue(said.startsWith("451 "), said);
  }

  @Test
  void sendsWhereTheStateSays() throws Exception {
    String routed = exim("", "-bt", "info@klant.nl");
    for (String host : List.of("192.0.2.25", "192.0.2.26", "2001:db8::25")) {
      assertTrue(routed.contains("[" + host + "]"), routed);
    }
    String kept = exim("", "-bt", "info@pop.nl");
    assertTrue(kept.contains("[192.0.2.50]") && kept.contains("[2001:db8::50]"), kept);
    String role = exim("", "-bt", "postmaster@pop.nl");
    assertTrue(role.contains("beheer@routit.nl"), role);
    String other = exim("", "-bt", "info@elders.example");
    assertFalse(other.contains("192.0.2."), other);
    assertTrue(other.contains("127.0.0.9"), other);
  }
}
