package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
    var input = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(fromTo[0]), 0));
      socket.setSoTimeout(LONGEST_ANSWER);
      socket.connect(new InetSocketAddress(InetAddress.getByName(fromTo[1]), 25), MILLISECONDS);
      var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      System.out.println(answers.readLine());
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        String sent = line.isEmpty() ? "NOOP" : line.replace("|", "\r\n");
        socket.getOutputStream().write((sent + "\r\n").getBytes(US_ASCII));
        System.out.println(answers.readLine());
      }
    } catch (IOException e) {
      System.out.println("failed: " + e.getMessage());
    }
  }
}
