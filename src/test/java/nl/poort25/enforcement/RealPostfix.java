package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.poort25.it.RealPart;
import nl.poort25.it.TemporaryFolder;
import nl.poort25.state.Postfix;

/**
 * A Postfix of a test's own on one address of the host "inside", with the files that were written
 * for it. Closing ends it, and takes its folder away.
 */
final class RealPostfix implements AutoCloseable {
  private final Path program = RealPart.of("postfix", Stream.of(Path.of("/usr/sbin")));
  private final Namespaces network;
  private final Path folder;
  private final String type;

  /**
   * @param hostname its name, for which 127.0.0.1 answers as the DNS
   */
  RealPostfix(Namespaces network, String hostname, String address, Map<String, String> files)
      throws IOException {
    this(network, hostname, address, files, "hash");
  }

  /**
   * @param type what postmap makes of its tables: hash or lmdb
   */
  RealPostfix(
      Namespaces network, String hostname, String address, Map<String, String> files, String type)
      throws IOException {
    if (type.equals("lmdb")) {
      RealPart.library("postfix-lmdb.so", Path.of("/usr/lib/postfix"));
    }
    this.network = network;
    this.type = type;
    folder =
        Files.createTempDirectory(
            "postfix",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    var config = Files.createDirectories(folder.resolve("etc/port25"));
    for (var file : files.entrySet()) {
      Files.writeString(config.resolve(file.getKey()), file.getValue());
    }
    Files.createDirectories(folder.resolve("queue"));
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("resolv.conf"), "nameserver 127.0.0.1\n");
    Files.writeString(
        folder.resolve("etc/main.cf"), main(hostname, address) + files.get(Postfix.MAIN));
    Files.copy(Path.of("/usr/share/postfix/master.cf.dist"), folder.resolve("etc/master.cf"));
    network.run("inside", "chown", "postfix:", folder.resolve("data").toString());
    for (String table : Postfix.INDEXED) {
      index(config.resolve(table));
    }
    // a namespace has mounts of its own while a program runs in it
    network.run(
        "inside",
        "sh",
        "-ec",
        "mount --bind %1$s/resolv.conf /etc/resolv.conf; exec %2$s -c %1$s/etc start"
            .formatted(folder, program));
  }

  private String main(String hostname, String address) {
    return """
        compatibility_level = 3.6
        default_database_type = %4$s
        myhostname = %2$s
        mydestination =
        mynetworks = 192.0.2.0/24
        inet_interfaces = %3$s
        alias_maps =
        alias_database =
        queue_directory = %1$s/queue
        data_directory = %1$s/data
        maillog_file = %1$s/log
        maillog_file_prefixes = %1$s
        """
        .formatted(folder, hostname, address, type);
  }

  /** Makes that file a table that is in force. */
  void index(Path table) {
    network.run("inside", "/usr/sbin/postmap", "-c", folder + "/etc", table.toString());
  }

  /** The rows of the tables in force, sorted, by the names of their files. */
  SortedMap<String, List<String>> rows() {
    var rows = new TreeMap<String, List<String>>();
    for (String table : Postfix.INDEXED) {
      String file = type + ":" + folder.resolve("etc/port25").resolve(table);
      String list = network.run("inside", "/usr/sbin/postmap", "-c", folder + "/etc", "-s", file);
      rows.put(table, list.lines().map(row -> row.replace('\t', ' ')).sorted().toList());
    }
    return rows;
  }

  /** What {@link #rows} has of files that were written. */
  static SortedMap<String, List<String>> rows(Map<String, String> files) {
    var rows = new TreeMap<String, List<String>>();
    for (String table : Postfix.INDEXED) {
      rows.put(table, files.get(table).lines().skip(1).sorted().toList());
    }
    return rows;
  }

  /** Reads main.cf again. */
  void reload() {
    network.run("inside", program.toString(), "-c", folder + "/etc", "reload");
  }

  /** The folder of its main.cf. */
  Path config() {
    return folder.resolve("etc");
  }

  String log() {
    try {
      return Files.readString(folder.resolve("log"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    network.run("inside", program.toString(), "-c", folder + "/etc", "stop");
    TemporaryFolder.delete(folder);
  }
}
