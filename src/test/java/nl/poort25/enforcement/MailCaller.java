package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A client in a network namespace: connects to port 25, says what it heard, and then sends each
 * line of its input, and says the answer: an empty one as NOOP, one with bars as several lines.
 */
final class MailCaller {
  private static final int MILLISECONDS = 3_000;
  private static final int LONGEST_ANSWER = 20_000;

  private MailCaller() {}

  /**
   * @param fromTo the address to call from, and the one to call
   */
  public static void main(String[] fromTo) throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(fromTo[0]), 0));
      socket.setSoTimeout(LONGEST_ANSWER);
      socket.connect(new InetSocketAddress(InetAddress.getByName(fromTo[1]), 25), MILLISECONDS);
      var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      System.out.println(answers.readLine());
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        String sent = line.isEmpty() ? "NOOP" : line.replace("|", "\r\n");
        socket.getOutputStream().write((sent + "\r\n").getBytes(UTF_8));
        System.out.println(last(answers));
      }
    } catch (IOException e) {
      System.out.println("failed: " + e.getMessage());
    }
  }

  /** The last line of an answer, which has no hyphen after its code (RFC 5321 4.2.1). */
  private static String last(BufferedReader answers) throws IOException {
    String line = answers.readLine();
    while (line != null && line.matches("\\d{3}-.*")) {
      line = answers.readLine();
    }
    return line;
  }
}
