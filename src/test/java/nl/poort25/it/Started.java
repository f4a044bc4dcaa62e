package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process that a test has started; closing ends it. */
final class Started implements AutoCloseable {
  private static final int LINES_TOLD = 20;
  private final Process process;
  private final Thread ending = new Thread(this::destroy, "ends what a test has started");
  private final Deque<String> last = new ArrayDeque<>();

  /**
   * Starts it and waits until a line of its output contains those words.
   *
   * @param log where its output goes; null for nowhere
   * @throws IllegalStateException with its last lines if it ends before, or takes too long
   */
  Started(List<String> command, String ready, int seconds, Path log) {
    this(new ProcessBuilder(command), ready, seconds, log);
  }

  /** The same of one that is not started yet. */
  Started(ProcessBuilder command, String ready, int seconds, Path log) {
    var isReady = new CountDownLatch(1);
    try {
      process = command.redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(ending); // where nobody comes to close it
    var reader =
        new Thread(() -> read(ready, isReady, log), "output of " + command.command().get(0));
    reader.setDaemon(true);
    reader.start();
    boolean came = await(isReady, seconds);
    if (!came || !process.isAlive()) {
      close();
      throw new IllegalStateException(lastLines());
    }
  }

  private void read(String ready, CountDownLatch isReady, Path log) {
    try (var output = process.inputReader(UTF_8);
        var kept =
            new PrintWriter(log == null ? OutputStream.nullOutputStream() : at(log), true, UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        kept.println(line);
        keep(line);
        if (line.contains(ready)) {
          isReady.countDown();
        }
      }
    } catch (IOException e) {
      keep(e.toString());
    } finally {
      isReady.countDown(); // it has ended: nobody has to wait for it
    }
  }

  private static OutputStream at(Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    return Files.newOutputStream(log);
  }

  private void keep(String line) {
    synchronized (last) {
      last.add(line);
      if (last.size() > LINES_TOLD) {
        last.remove();
      }
    }
  }

  private String lastLines() {
    synchronized (last) {
      return String.join("\n", last);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Tells it to end, and waits until it has; the status that it ended with. */
  int end(int seconds) {
    process.destroy();
    try {
      if (!process.waitFor(seconds, SECONDS)) {
        throw new IllegalStateException("it does not end: " + lastLines());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean await(CountDownLatch latch, int seconds) {
    try {
      return latch.await(seconds, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void destroy() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    forget();
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      // the process of the tests ends, and the hook with it
    }
  }
}
