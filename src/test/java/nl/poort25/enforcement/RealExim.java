package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.it.RealPart;
import nl.poort25.it.TemporaryFolder;
import nl.poort25.it.Unpacked;

/**
 * An Exim of a test's own on one address of the host "inside", which takes mail for a name but for
 * nobody@. It cannot be installed beside Postfix: {@code .ci/setup} unpacks it. Closing ends it,
 * and takes its folder away.
 */
final class RealExim implements AutoCloseable {
  /** It is that user, which a file of this test's own has: the package would have made it. */
  private static final String USER = "Debian-exim";

  private static final int ID = 59_125;
  private final Path folder;
  private final Process process;

  RealExim(Namespaces network, String name, String address) throws IOException {
    var unpacked = unpacked();
    var program = RealPart.of("exim4", Stream.of(unpacked.resolve("bin")));
    folder =
        Files.createTempDirectory(
            "exim",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    // where that user may look, which the cache of another is not
    var seen = Files.createDirectory(folder.resolve("unpacked"));
    var script = folder.resolve("exim4");
    Files.writeString(
        script, Files.readString(program).replace(unpacked.toString(), seen.toString()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("exim.conf"), configuration(name, address));
    entry("passwd", "%s:x:%d:%d::/:/usr/sbin/nologin".formatted(USER, ID, ID));
    entry("group", "%s:x:%d:".formatted(USER, ID));
    for (String one : new String[] {"spool", "log", "mail"}) {
      network.run(
          "inside", "install", "-d", "-o", "" + ID, "-g", "" + ID, folder.resolve(one).toString());
    }
    // a namespace has mounts of its own while a program runs in it
    var command =
        network.exec(
            "inside",
            List.of(
                "sh",
                "-ec",
                """
                mount --bind %2$s %1$s/unpacked
                mount --bind %1$s/passwd /etc/passwd
                mount --bind %1$s/group /etc/group
                exec %1$s/exim4 -C %1$s/exim.conf -bdf
                """
                    .formatted(folder, unpacked)));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
  }

  private static Path unpacked() {
    return Unpacked.folder("exim");
  }

  /** With one more entry than that of this machine. */
  private void entry(String file, String line) throws IOException {
    Files.writeString(
        folder.resolve(file), Files.readString(Path.of("/etc", file)) + line + "\n", UTF_8);
  }

  private String configuration(String name, String address) {
    return """
        primary_hostname = mail.%2$s
        exim_path = %1$s/exim4
        spool_directory = %1$s/spool
        log_file_path = %1$s/log/%%slog
        local_interfaces = %3$s
        deliver_drop_privilege = true
        keep_environment =
        host_lookup =
        rfc1413_query_timeout = 0s
        tls_advertise_hosts =
        log_selector = +smtp_connection +lost_incoming_connection
        acl_smtp_rcpt = recipient
        begin acl
        recipient:
          deny local_parts = nobody
               message = no such box
          accept domains = %2$s
          deny message = relay not permitted
        begin routers
        all:
          driver = accept
          transport = box
        begin transports
        box:
          driver = appendfile
          file = %1$s/mail/box
          user = %4$s
        """
        .formatted(folder, name, address, USER);
  }

  /** What it has said of mail and sessions so far. */
  String log() {
    return text("log/mainlog") + text("said");
  }

  /** All mail that it has taken. */
  String mail() {
    return text("mail/box");
  }

  private String text(String file) {
    try {
      var path = folder.resolve(file);
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    var started = process.descendants().toList();
    process.destroy();
    process.onExit().join();
    started.forEach(ProcessHandle::destroyForcibly);
    TemporaryFolder.delete(folder);
  }
}
