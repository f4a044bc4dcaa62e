package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import nl.poort25.it.CutLine;
import nl.poort25.it.RealPart;
import nl.poort25.point.Agent;
import nl.poort25.point.PointOfTest;

/**
 * The agent, as point 7, on the router of a test's network: its configuration, its state, and a way
 * to a portal on the loopback outside.
 */
final class AgentOfTest implements AutoCloseable {
  static final Path PROGRAM = program(Agent.FIREWALL);
  private final Namespaces network;
  private final Path folder;
  private final Path program;
  private final String host;
  private final Map<String, String> environment;
  private final CutLine tunnel;
  private List<String> said = List.of();

  AgentOfTest(Namespaces network, Path folder, int portal, PublicKey pinned, String token)
      throws IOException {
    this(network, folder, portal, pem(pinned), token, 7);
  }

  static String pem(PublicKey pinned) {
    return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(Base64.getEncoder().encodeToString(pinned.getEncoded()));
  }

  /** As a point that a portal has registered. */
  AgentOfTest(Namespaces network, Path folder, int portal, String pinned, String token, long point)
      throws IOException {
    this(
        network,
        folder,
        portal,
        pinned,
        token,
        point,
        Agent.FIREWALL,
        program(Agent.FIREWALL),
        "router",
        Map.of());
  }

  /**
   * As a point that a portal has registered, with that program.
   *
   * @param host where it runs
   */
  AgentOfTest(
      Namespaces network,
      Path folder,
      int portal,
      PointOfTest point,
      Agent agent,
      Path program,
      String host,
      Map<String, String> environment)
      throws IOException {
    this(
        network,
        folder,
        portal,
        point.pem(),
        point.token(),
        point.id(),
        agent,
        program,
        host,
        environment);
  }

  /**
   * As point 7.
   *
   * @param host where it runs
   */
  AgentOfTest(
      Namespaces network,
      Path folder,
      PortalOfTest portal,
      Agent agent,
      String host,
      Map<String, String> environment)
      throws IOException {
    this(
        network,
        folder,
        portal.port(),
        pem(SignedState.KEYS.getPublic()),
        PortalOfTest.TOKEN,
        7,
        agent,
        program(agent),
        host,
        environment);
  }

  private AgentOfTest(
      Namespaces network,
      Path folder,
      int portal,
      String pinned,
      String token,
      long point,
      Agent agent,
      Path program,
      String host,
      Map<String, String> environment)
      throws IOException {
    this.network = network;
    this.folder = folder;
    this.program = program;
    this.host = host;
    this.environment = environment;
    Stream.of("curl", "openssl", "flock").forEach(part -> RealPart.of(part, Stream.empty()));
    tunnel = new CutLine(folder.resolve("portal"), portal);
    Files.writeString(
        folder.resolve("agent.conf"),
        "portal http://127.0.0.1:1\npoint %d\nkind %s\n".formatted(point, agent.getKind()));
    Files.writeString(
        folder.resolve("curl.conf"),
        "unix-socket = \"%s\"\nheader = \"Authorization: Bearer %s\"\n"
            .formatted(folder.resolve("portal"), token));
    Files.setPosixFilePermissions(
        folder.resolve("curl.conf"), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(folder.resolve("portal.pem"), pinned);
  }

  /** The program as the portal offers it, in a file. */
  static Path program(Agent agent) {
    return program(agent.program(), "agent", agent.getFile());
  }

  /** The program as the first portals offered it, which goes on running when these are renewed. */
  static Path firstProgram(Agent agent) {
    var text = new StringBuilder();
    for (String part : List.of(agent.getKind() + ".sh", "turn.sh")) {
      try (var in = AgentOfTest.class.getResourceAsStream("first-agents/" + part)) {
        text.append(new String(in.readAllBytes(), UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return program(text.toString(), "first-agent", agent.getFile());
  }

  private static Path program(String text, String kind, String name) {
    try {
      var folder = Files.createDirectories(Path.of("target", kind)).toAbsolutePath();
      var file = Files.createTempFile(folder, name, "");
      Files.writeString(file, text);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      // another process of the tests may be about to run the one that is there
      return Files.move(file, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a line to its configuration. */
  void configure(String line) throws IOException {
    Files.writeString(folder.resolve("agent.conf"), line + "\n", StandardOpenOption.APPEND);
  }

  Path state() {
    return folder.resolve("state");
  }

  /** How a turn ended. */
  int once() throws IOException, InterruptedException {
    var run = start("once");
    int status = run.end();
    said = List.copyOf(run.log);
    return status;
  }

  /** One turn, which ends like that. */
  void ends(int status) throws IOException, InterruptedException {
    int found = once();
    assertEquals(status, found, () -> "it said " + said);
  }

  /** What it said in its last turn, once that has ended. */
  List<String> said() {
    return said;
  }

  Run start(String verb) throws IOException {
    return start(verb, 2);
  }

  /**
   * @param seconds that it waits for a change
   */
  Run start(String verb, int seconds) throws IOException {
    var builder =
        new ProcessBuilder(network.exec(host, List.of(program.toString(), verb)))
            .redirectErrorStream(true);
    builder.environment().put("POORT25_CONFIG", folder.toString());
    builder.environment().put("POORT25_STATE", state().toString());
    builder
        .environment()
        .put("RUNTIME_DIRECTORY", Files.createDirectories(folder.resolve("run")).toString());
    builder.environment().putAll(environment);
    if (verb.equals("run")) {
      builder.environment().put("POORT25_WAIT", "" + seconds);
    }
    return new Run(builder.start());
  }

  @Override
  public void close() {
    tunnel.close();
  }

  /** One run of it. */
  static final class Run implements AutoCloseable {
    private final Process process;
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    private final Thread reader;

    private Run(Process process) {
      this.process = process;
      reader = new Thread(() -> read(process.inputReader(UTF_8)), "agent's log");
      reader.setDaemon(true);
      reader.start();
    }

    private void read(BufferedReader lines) {
      try (lines) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          log.add(line);
        }
      } catch (IOException e) {
        log.add("closed: " + e.getMessage());
      }
    }

    Process process() {
      return process;
    }

    void awaitLog(String part) throws InterruptedException {
      for (String line = ""; !line.contains(part); ) {
        line = log.poll(60, TimeUnit.SECONDS);
        if (line == null) {
          throw new AssertionError("the agent did not say: " + part);
        }
      }
    }

    int end() throws InterruptedException {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        close();
        throw new AssertionError("the agent does not end");
      }
      reader.join(10_000); // what it said last is read after it has ended
      return process.exitValue();
    }

    /** With all that it has started. */
    void kill() {
      var started = process.descendants().toList();
      process.destroyForcibly();
      started.forEach(ProcessHandle::destroyForcibly);
      process.onExit().join();
    }

    @Override
    public void close() {
      process.destroy();
      try {
        process.onExit().get(10, TimeUnit.SECONDS);
      } catch (InterruptedException | ExecutionException | TimeoutException e) {
        kill();
      }
    }
  }
}
