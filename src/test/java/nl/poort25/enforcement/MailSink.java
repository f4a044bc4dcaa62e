package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A mail server in a network namespace: greets, answers every line with 250, and says on its output
 * how each session ended.
 */
final class MailSink {
  private MailSink() {}

  /**
   * @param addresses to listen on, port 25
   */
  public static void main(String[] addresses) throws IOException {
    for (String address : addresses) {
      var server = new ServerSocket(25, 10, InetAddress.getByName(address));
      new Thread(() -> serve(server)).start();
    }
    System.out.println("listening");
  }

  private static void serve(ServerSocket server) {
    try {
      while (true) {
        var session = server.accept();
        new Thread(() -> talk(session)).start();
      }
    } catch (IOException e) {
      System.out.println("server: " + e.getMessage());
    }
  }

  private static void talk(Socket session) {
    try (session) {
      var in = new BufferedReader(new InputStreamReader(session.getInputStream(), US_ASCII));
      session.getOutputStream().write("220 sink\r\n".getBytes(US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        session.getOutputStream().write("250 ok\r\n".getBytes(US_ASCII));
      }
      System.out.println("closed");
    } catch (IOException e) {
      System.out.println("broken: " + e.getMessage());
    }
  }
}
