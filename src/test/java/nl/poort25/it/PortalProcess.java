package nl.poort25.it;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A portal in a process of its own, on a free port; closing ends that process and no other. */
public final class PortalProcess implements AutoCloseable {
  private static final int SECONDS_TO_START = 600; // several builds may share two cores
  private final String url;
  private final Started process;
  private final Path log;
  private final Path temporary;

  private PortalProcess(String url, Started process, Path log, Path temporary) {
    this.url = url;
    this.process = process;
    this.log = log;
    this.temporary = temporary;
  }

  /**
   * The quick compiler alone: the portals of the tests run most of their code a few times. What
   * would need the better one is the hashing of passwords, and they do that in few rounds.
   */
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:TieredStopAtLevel=1");

  /**
   * The classes that the first portal of a build had loaded, in a form that Java need not read and
   * verify again: three seconds of processor less for each later one. A class that has changed
   * since is read as ever.
   */
  private static final Path CLASSES = Path.of("target", "portal.jsa").toAbsolutePath();

  /** Of Java, for a portal of another release: the classes that are kept are of this one. */
  static List<String> optionsOfOther() {
    return OPTIONS;
  }

  /** Of Java, for a portal whose options are not what is tried. */
  static List<String> options() {
    var options = new ArrayList<>(OPTIONS);
    if (Files.exists(CLASSES)) {
      options.add("-XX:SharedArchiveFile=" + CLASSES);
    } else {
      // the log would name each class that is not kept, thousands of them
      options.addAll(List.of("-XX:+RecordDynamicDumpInfo", "-Xlog:cds*=error"));
    }
    return options;
  }

  /**
   * Starts it and waits until it can be asked.
   *
   * @param name of its log, in target/
   * @param settings over those that every portal of a test has: the demo world, its own public URL,
   *     a data key, no looks at the DNS by itself
   */
  static PortalProcess start(String name, Map<String, String> settings) {
    return start(name, options(), settings, Map.of());
  }

  /**
   * @param options of Java
   * @param environment of the process
   */
  static PortalProcess start(
      String name,
      List<String> options,
      Map<String, String> settings,
      Map<String, String> environment) {
    return start(name, FreePort.find(), options, settings, environment);
  }

  /** The same on that port, as one that comes back does. */
  static PortalProcess start(
      String name,
      int port,
      List<String> options,
      Map<String, String> settings,
      Map<String, String> environment) {
    return start(name, war(), port, options, settings, environment);
  }

  /**
   * @param war of this release or another
   */
  static PortalProcess start(
      String name,
      Path war,
      int port,
      List<String> options,
      Map<String, String> settings,
      Map<String, String> environment) {
    String url = "http://127.0.0.1:" + port;
    var all = new LinkedHashMap<String, String>();
    all.put("poort25.demo", "true");
    all.put("poort25.public.url", url);
    all.put("poort25.mx.schedule", "false");
    // sign-ins would take a third of the processor; PasswordsTest tries the real number
    all.put("poort25.password.rounds", "1000");
    // so that none is made beside the database of a test
    all.put("poort25.data.key", "cG9vcnQgMjU6IGEga2V5IG9mIHRoZSB0ZXN0cyBvbmw=");
    all.putAll(settings);
    var temporary = Path.of("target", name + "-" + port + ".tmp").toAbsolutePath();
    var log = Path.of("target", name + ".log");
    var command = new ProcessBuilder(command(war, port, temporary, options, all));
    command.environment().putAll(environment);
    try {
      var process = new Started(command, "ready in", SECONDS_TO_START, log);
      return new PortalProcess(url, process, log, temporary);
    } catch (IllegalStateException e) {
      TemporaryFolder.delete(temporary);
      throw e;
    }
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * As README starts one, on that port.
   *
   * @param temporary folder that it is made, and who starts it removes: Payara unpacks itself
   *     there, 228 MB, and leaves it when it is killed
   */
  public static List<String> command(int port, Path temporary, Map<String, String> settings) {
    return command(war(), port, temporary, options(), settings);
  }

  private static Path war() {
    return Path.of(System.getProperty("it.war"));
  }

  private static List<String> command(
      Path war, int port, Path temporary, List<String> options, Map<String, String> settings) {
    create(temporary);
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.add("-Djava.io.tmpdir=" + temporary);
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(
        List.of(
            "-jar",
            System.getProperty("it.payara"),
            "--deploy",
            war.toString(),
            "--contextroot",
            "/",
            "--port",
            "" + port,
            "--nohazelcast",
            "--disablephonehome",
            "--prebootcommandfile",
            "src/main/payara/listener.txt",
            "--postdeploycommandfile",
            "src/main/payara/open.txt"));
    return command;
  }

  /** Keeps the classes that it has loaded so far for portals that start later. */
  void keepClasses() {
    try {
      Files.createFile(Path.of(CLASSES + ".begun"));
    } catch (FileAlreadyExistsException e) {
      return; // another does, or has
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path made = Path.of(CLASSES + ".made");
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      var dump = List.of(jcmd, "" + pid(), "VM.cds", "dynamic_dump", made.toString());
      new ProcessBuilder(dump).redirectErrorStream(true).redirectOutput(DISCARD).start().waitFor();
      if (Files.exists(made)) {
        Files.move(made, CLASSES, ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As a browser writes it, without a path. */
  public String url() {
    return url;
  }

  /** Where its log is. */
  Path log() {
    return log;
  }

  long pid() {
    return process.pid();
  }

  int end(int seconds) {
    return process.end(seconds);
  }

  @Override
  public void close() {
    process.close();
    TemporaryFolder.delete(temporary);
  }
}
