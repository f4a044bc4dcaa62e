package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server in a network namespace that takes connections at once, and greets when it is time. */
final class LateServer {
  private LateServer() {}

  /**
   * @param addressAndSeconds where it listens, port 25, and after how long it greets
   */
  public static void main(String[] addressAndSeconds) throws IOException {
    long seconds = Long.parseLong(addressAndSeconds[1]);
    var timer = Executors.newScheduledThreadPool(1);
    try (var server = new ServerSocket(25, 10, InetAddress.getByName(addressAndSeconds[0]))) {
      System.out.println("listening");
      while (true) {
        var session = server.accept();
        var unused = timer.schedule(() -> greet(session), seconds, TimeUnit.SECONDS);
      }
    }
  }

  private static void greet(Socket session) {
    try (session) {
      session.getOutputStream().write("220 late\r\n".getBytes(US_ASCII));
      var in = session.getInputStream();
      while (in.read() >= 0) {
        // until the client has enough
      }
    } catch (IOException e) {
      System.out.println("broken: " + e.getMessage());
    }
  }
}
