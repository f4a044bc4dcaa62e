package nl.poort25.mx;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A resolver that hears every question and answers none. */
public final class SilentResolver implements AutoCloseable {
  private static final int HEADER = 12; // bytes, of a DNS message
  private final DatagramSocket socket;
  private final Set<String> labels = ConcurrentHashMap.newKeySet();
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

  /** Whether anything was asked of a name with that first label. */
  public boolean isAskedOf(String label) {
    return labels.contains(label);
  }

  private void listen() {
    try {
      while (true) {
        var question = new DatagramPacket(new byte[512], 512);
        socket.receive(question);
        byte[] bytes = question.getData();
        labels.add(new String(bytes, HEADER + 1, bytes[HEADER], StandardCharsets.US_ASCII));
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
