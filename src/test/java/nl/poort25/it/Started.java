package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process that a test has started; closing ends it. */
final class Started implements AutoCloseable {
  private static final int LINES_TOLD = 20;
  private final Process process;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  /**
   * Starts it and waits until a line of its output contains those words.
   *
   * @throws IllegalStateException with its last lines if it ends before, or takes too long
   */
  Started(List<String> command, String ready, int seconds) {
    var isReady = new CountDownLatch(1);
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var reader = new Thread(() -> read(ready, isReady), "output of " + command.get(0));
    reader.setDaemon(true);
    reader.start();
    boolean came = await(isReady, seconds);
    if (!came || !process.isAlive()) {
      close();
      throw new IllegalStateException(
          String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size())));
    }
  }

  private void read(String ready, CountDownLatch isReady) {
    try (var output = process.inputReader(UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (line.contains(ready)) {
          isReady.countDown();
        }
      }
    } catch (IOException e) {
      lines.add(e.toString());
    } finally {
      isReady.countDown(); // it has ended: nobody has to wait for it
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
  }
}
