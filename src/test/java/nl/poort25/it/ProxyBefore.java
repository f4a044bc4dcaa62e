package nl.poort25.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real proxy before a portal, with the configuration that src/docs has for whoever runs one, but
 * for TLS; closing ends it.
 */
final class ProxyBefore implements AutoCloseable {
  private static final Path OPERATING = Path.of("src/main/operating").toAbsolutePath();

  private final String url;
  private final Started process;
  private final Path folder;

  private ProxyBefore(int port, Path folder, List<String> command) {
    this.folder = folder;
    url = "http://127.0.0.1:" + port;
    // neither says when it is ready: its port does
    var started = List.of("sh", "-c", "echo begins; exec \"$@\"", "sh");
    process =
        new Started(
            Stream.concat(started.stream(), command.stream()).toList(),
            "begins",
            30,
            Path.of("target", Path.of(command.get(0)).getFileName() + ".log"));
    Eventually.holds("it listens", () -> isOpen(port));
  }

  static ProxyBefore haproxy(String portal) {
    int port = FreePort.find();
    String program = RealPart.of("haproxy", Stream.of(Path.of("/usr/sbin"))).toString();
    Path folder = folder();
    Path file = folder.resolve("haproxy.cfg");
    write(file, here(documented("haproxy.cfg", portal), port));
    return new ProxyBefore(port, folder, List.of(program, "-db", "-f", file.toString()));
  }

  /**
   * As src/main/operating has it, before portals on these ports.
   *
   * @param port where it listens
   * @param token with which it asks whether a portal is ready
   */
  static ProxyBefore twoNodes(int port, int one, int two, String token) {
    String program = RealPart.of("haproxy", Stream.of(Path.of("/usr/sbin"))).toString();
    Path folder = folder();
    Path file = folder.resolve("haproxy.cfg");
    String text = here(read(OPERATING.resolve("haproxy.cfg")), port);
    text = replaced(text, "127.0.0.1:8081", "127.0.0.1:" + one);
    write(file, replaced(text, "127.0.0.1:8082", "127.0.0.1:" + two));
    return new ProxyBefore(
        port,
        folder,
        List.of("env", "POORT25_MONITORING_TOKEN=" + token, program, "-db", "-f", file.toString()));
  }

  /** Of HAProxy, at that port without TLS, and as whoever runs the tests. */
  private static String here(String text, int port) {
    String user = "  user haproxy\n  group haproxy\n";
    return replaced(
        replaced(
            replaced(text, user, ""),
            "bind :443 ssl crt /etc/haproxy/portal.pem alpn h2,http/1.1",
            "bind 127.0.0.1:" + port),
        "/etc/haproxy/away.http",
        OPERATING.resolve("away.http").toString());
  }

  static ProxyBefore nginx(String portal) {
    int port = FreePort.find();
    String program = RealPart.of("nginx", Stream.of(Path.of("/usr/sbin"))).toString();
    Path folder = folder();
    Path file = folder.resolve("nginx.conf");
    String site =
        replaced(
                documented("nginx.conf", portal),
                "listen 443 ssl http2;",
                "listen 127.0.0.1:" + port + ";")
            .replaceAll("(?m)^ *ssl_certificate.*\n", "");
    write(file, AROUND_SITE.replace("FOLDER", folder.toString()).replace("SITE", site));
    return new ProxyBefore(
        port, folder, List.of(program, "-e", "stderr", "-c", file.toString(), "-p", "" + folder));
  }

  /** What Debian's own file says, and folders that are this test's. */
  private static final String AROUND_SITE =
      """
      daemon off;
      worker_processes 1;
      pid FOLDER/pid;
      error_log stderr;
      %s
      events { worker_connections 4000; }
      http {
        access_log off;
        client_body_temp_path FOLDER/body;
        proxy_temp_path FOLDER/proxy;
        fastcgi_temp_path FOLDER/fastcgi;
        uwsgi_temp_path FOLDER/uwsgi;
        scgi_temp_path FOLDER/scgi;
      SITE
      }
      """
          .formatted(System.getProperty("user.name").equals("root") ? "user root;" : "");

  private static String documented(String file, String portal) {
    return replaced(
        read(Path.of("src/docs", file)),
        "127.0.0.1:8080" + (file.endsWith(".cfg") ? " maxconn" : ";"),
        URI.create(portal).getAuthority() + (file.endsWith(".cfg") ? " maxconn" : ";"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String replaced(String text, String old, String by) {
    if (!text.contains(old)) {
      throw new IllegalStateException("the documented configuration does not say: " + old);
    }
    return text.replace(old, by);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("poort25-proxy");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOpen(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** As a browser writes it, without a path. */
  String url() {
    return url;
  }

  @Override
  public void close() {
    process.close();
    TemporaryFolder.delete(folder);
  }
}
