package nl.poort25.it;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of loopback for servers that are about to start. Below those that the system gives to
 * clients, so that none is taken between the look and the start; and by chance, so that two builds
 * side by side do not look at the same ones.
 */
public final class FreePort {
  private static final int FIRST = 10_000;
  private static final int BEHIND_LAST = 32_000;
  private static final int TRIES = 1_000;

  private FreePort() {}

  /** One that is free for TCP and for UDP. */
  public static int find() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free");
  }

  private static boolean isFree(int port) {
    var loopback = InetAddress.getLoopbackAddress();
    try (var tcp = new ServerSocket(port, 1, loopback);
        var udp = new DatagramSocket(port, loopback)) {
      return tcp.isBound() && udp.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
