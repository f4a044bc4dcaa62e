package nl.poort25.mx;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLong;

/** A resolver that hears every question and answers none. */
public final class SilentResolver implements AutoCloseable {
  private final DatagramSocket socket;
  private final AtomicLong asked = new AtomicLong();

  public SilentResolver() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::listen, "silent-resolver");
    thread.setDaemon(true);
    thread.start();
  }

  /** As the setting names it. */
  public String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** How many questions have come. */
  public long asked() {
    return asked.get();
  }

  private void listen() {
    try {
      while (true) {
        socket.receive(new DatagramPacket(new byte[512], 512));
        asked.incrementAndGet();
      }
    } catch (IOException e) {
      // closed
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
