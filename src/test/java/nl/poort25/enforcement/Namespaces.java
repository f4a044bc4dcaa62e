package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.poort25.it.RealPart;

/**
 * Three hosts of a test's own in network namespaces: outside (198.51.100.7 and .8, 2001:db8:ff::7),
 * a router, and inside (192.0.2.9, .10 and .25, 2001:db8:25::9, ::10 and ::25). Closing takes them
 * away.
 */
final class Namespaces implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final String id =
      "p25-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + "-";
  private final Path ip = RealPart.of("ip", Stream.of(Path.of("/usr/sbin"), Path.of("/sbin")));
  private final Path nft = RealPart.of("nft", Stream.of(Path.of("/usr/sbin"), Path.of("/sbin")));
  private final List<Talk> talks = new ArrayList<>();

  Namespaces() {
    for (String host : List.of("outside", "router", "inside")) {
      ip("netns", "add", id + host);
      // or the first packet over a link is sent twice, a second apart: its neighbour is not heard
      // yet
      run(host, "sysctl", "-qw", "net.ipv6.conf.default.accept_dad=0");
      ip("-n", id + host, "link", "set", "lo", "up");
    }
    link("outside", "198.51.100.1/24", "2001:db8:ff::1/64", "out");
    link("inside", "192.0.2.1/24", "2001:db8:25::1/64", "in");
    for (String address : List.of("198.51.100.7/24", "198.51.100.8/24", "2001:db8:ff::7/64")) {
      address("outside", address, "eth0");
    }
    for (String address :
        List.of(
            "192.0.2.9/24",
            "192.0.2.10/24",
            "192.0.2.25/24",
            "2001:db8:25::9/64",
            "2001:db8:25::10/64",
            "2001:db8:25::25/64")) {
      address("inside", address, "eth0");
    }
    route("outside", "198.51.100.1", "2001:db8:ff::1");
    route("inside", "192.0.2.1", "2001:db8:25::1");
    run("router", "sysctl", "-qw", "net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1");
  }

  private void link(String host, String gateway4, String gateway6, String port) {
    ip(
        "link",
        "add",
        "eth0",
        "netns",
        id + host,
        "type",
        "veth",
        "peer",
        "name",
        port,
        "netns",
        id + "router");
    ip("-n", id + host, "link", "set", "eth0", "up");
    ip("-n", id + "router", "link", "set", port, "up");
    address("router", gateway4, port);
    address("router", gateway6, port);
  }

  /** One more address, with its length, for a host. */
  void give(String host, String address) {
    address(host, address, host.equals("router") ? "out" : "eth0");
  }

  /** What lies behind the host inside as well. */
  void inside(String prefix) {
    ip("-n", id + "router", "route", "add", prefix, "dev", "in");
  }

  private void address(String host, String address, String port) {
    var command = new ArrayList<>(List.of("-n", id + host, "addr", "add", address, "dev", port));
    if (address.contains(":")) {
      command.add("nodad"); // usable at once
    }
    ip(command.toArray(String[]::new));
  }

  private void route(String host, String gateway4, String gateway6) {
    ip("-n", id + host, "route", "add", "default", "via", gateway4);
    ip("-n", id + host, "-6", "route", "add", "default", "via", gateway6);
  }

  /** Loads it on the router. */
  void load(String table) {
    try {
      var process =
          new ProcessBuilder(exec("router", List.of(nft.toString(), "-f", "-")))
              .redirectErrorStream(true)
              .start();
      try (var in = process.outputWriter(UTF_8)) {
        in.write(table);
      }
      said(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a command on that host prints. */
  String run(String host, String... command) {
    try {
      return said(
          new ProcessBuilder(exec(host, List.of(command))).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String nft(String... arguments) {
    var command = new ArrayList<>(List.of(nft.toString()));
    command.addAll(List.of(arguments));
    return run("router", command.toArray(String[]::new));
  }

  /** A mail server on those addresses of the inside. */
  Talk listen(String... addresses) {
    var talk = talk("inside", MailSink.class, addresses);
    String said = talk.hear();
    if (!"listening".equals(said)) {
      throw new IllegalStateException("no mail server: " + said);
    }
    return talk;
  }

  /** A client on that host that has called; what it heard is the first line to be heard of it. */
  Talk call(String host, String from, String to) {
    return talk(host, MailCaller.class, from, to);
  }

  /** What a client outside hears first, which goes then. */
  String heard(String from, String to) {
    var caller = call("outside", from, to);
    try {
      return caller.hear();
    } finally {
      caller.end();
    }
  }

  /** A program of the tests on that host, whose class path is the tests alone. */
  Talk talk(String host, Class<?> program, String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                "target/test-classes",
                program.getName()));
    command.addAll(List.of(arguments));
    try {
      var talk =
          new Talk(new ProcessBuilder(exec(host, command)).redirectErrorStream(true).start());
      talks.add(talk);
      return talk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command that runs that command on that host; the process is that of the command itself. */
  List<String> exec(String host, List<String> command) {
    var all = new ArrayList<>(List.of(ip.toString(), "netns", "exec", id + host));
    all.addAll(command);
    return all;
  }

  private void ip(String... arguments) {
    var command = new ArrayList<>(List.of(ip.toString()));
    command.addAll(List.of(arguments));
    try {
      said(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String said(Process process) throws IOException {
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(process.info() + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return said;
  }

  @Override
  public void close() {
    talks.forEach(Talk::end);
    for (String host : List.of("outside", "router", "inside")) {
      ip("netns", "del", id + host);
    }
  }

  /** A program on one of the hosts. */
  static final class Talk {
    private final Process process;
    private final BufferedReader output;
    private final PrintWriter input;

    private Talk(Process process) {
      this.process = process;
      output = process.inputReader(UTF_8);
      input = new PrintWriter(process.outputWriter(UTF_8), true);
    }

    /** The next line that it prints; null when it has ended. */
    String hear() {
      try {
        return output.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void say(String line) {
      input.println(line);
    }

    void end() {
      process.destroy();
      try {
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
