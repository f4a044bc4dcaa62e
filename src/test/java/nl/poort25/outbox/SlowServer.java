package nl.poort25.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A mail server that takes a letter and lets its sender wait before it says so. */
public final class SlowServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Duration pause;
  private final Duration drip;
  private final AtomicInteger letters = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();

  /**
   * @param pause between the end of a letter and the 250 for it
   * @param drip how often it shows meanwhile that it is there, by one more byte of a long answer
   */
  public SlowServer(Duration pause, Duration drip) throws IOException {
    this.pause = pause;
    this.drip = drip;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::serve);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Letters that have come whole. */
  public int letters() {
    return letters.get();
  }

  /** Those that it has said so of. */
  public int taken() {
    return taken.get();
  }

  private static void daemon(Runnable task) {
    var thread = new Thread(task, "slow-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    try {
      while (true) {
        var client = socket.accept();
        daemon(() -> talk(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void talk(Socket client) {
    try (client) {
      var in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      say(client, "220 slow.example\r\n");
      boolean data = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (data && !line.equals(".")) {
          continue;
        }
        if (data) {
          data = false;
          letters.incrementAndGet();
          letWait(client);
          taken.incrementAndGet();
          say(client, "250 taken\r\n");
        } else {
          data = line.equals("DATA");
          say(client, data ? "354 go on\r\n" : "250 ok\r\n");
        }
      }
    } catch (IOException e) {
      // whoever sent it has gone
    }
  }

  private void letWait(Socket client) throws IOException {
    long end = System.nanoTime() + pause.toNanos();
    say(client, "250-");
    while (System.nanoTime() - end < 0) {
      LockSupport.parkNanos(Math.min(drip.toNanos(), Math.max(1, end - System.nanoTime())));
      say(client, ".");
    }
    say(client, "\r\n");
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
