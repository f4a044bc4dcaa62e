package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That an interrupt in another process is seen: whoever sees none proves nothing otherwise. */
class InterruptsTest {
  private static final String PROGRAM =
      """
      import java.util.concurrent.Executors;

      public class Program {
        public static void main(String[] arguments) throws Exception {
          var pool = Executors.newSingleThreadExecutor(work -> new Thread(work, "works"));
          pool.submit(() -> { Thread.sleep(600_000); return null; });
          System.out.println("runs");
          System.in.read();
          pool.shutdownNow();
        }
      }
      """;

  @Test
  void seesWhoIsInterruptedAndByWhom(@TempDir Path folder) throws Exception {
    var file = folder.resolve("Program.java");
    Files.writeString(file, PROGRAM);
    int port = FreePort.find();
    String java = ProcessHandle.current().info().command().orElse("java");
    var process =
        new ProcessBuilder(List.of(java, Interrupts.option(port), file.toString())).start();
    try (var lines = process.inputReader()) {
      assertEquals("runs", lines.readLine());
      try (var interrupts = new Interrupts(port)) {
        assertEquals(List.of(), interrupts.seen());
        process.outputWriter().append('\n').flush();
        Eventually.holds("it was seen", () -> !interrupts.seen().isEmpty());
        String first = interrupts.seen().get(0);
        assertTrue(first.startsWith("\"works\" by \"main\""), first);
        assertTrue(first.contains("ThreadPoolExecutor"), first);
      }
    } finally {
      process.destroy();
    }
  }
}
