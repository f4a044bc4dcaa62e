package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A client in a network namespace that tries port 25 again and again: says "shut" where it does not
 * get in, else "in", and goes on talking until its session is ended, which it says as well: "out".
 * Beside each stands when that try began, in the nanoseconds that all programs of the machine
 * share.
 */
final class Intruder {
  private static final int PAUSE = 10;
  private static final int MILLISECONDS = 2_000;
  private static final int PATIENCE = 50; // few refusals are answered: ICMP has a rate

  private Intruder() {}

  /**
   * @param fromTo the address to call from, and the one to call
   */
  public static void main(String[] fromTo) throws InterruptedException {
    while (!Thread.interrupted()) {
      long begun = System.nanoTime();
      boolean in = false;
      try (var socket = new Socket()) {
        socket.bind(new InetSocketAddress(InetAddress.getByName(fromTo[0]), 0));
        socket.setSoTimeout(MILLISECONDS);
        socket.connect(new InetSocketAddress(InetAddress.getByName(fromTo[1]), 25), PATIENCE);
        var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        for (String heard = answers.readLine(); heard != null; heard = answers.readLine()) {
          if (!in) {
            System.out.println("in " + begun);
            in = true;
          }
          Thread.sleep(PAUSE);
          socket.getOutputStream().write("NOOP\r\n".getBytes(US_ASCII));
        }
      } catch (IOException e) {
        Thread.sleep(PAUSE);
      }
      System.out.println((in ? "out " : "shut ") + begun);
    }
  }
}
