package nl.poort25.mx;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Sends one DNS message over UDP or TCP and reads the reply. dnsjava's own client is not used: its
 * thread outlives a deployment, and it reuses TCP connections after a wrong length. Deadlines are
 * in {@link System#nanoTime()}.
 */
final class DnsTransport {
  private static final int LARGEST = 0xffff;

  private DnsTransport() {}

  /**
   * @throws SocketTimeoutException if nothing with the query's id came in time; what has another id
   *     is not for us (RFC 5452, 9.1) and is passed over
   */
  static byte[] overUdp(InetSocketAddress server, byte[] query, long deadline) throws IOException {
    // a socket a query: its port is as random as its id
    try (var socket = new DatagramSocket()) {
      socket.connect(server);
      socket.send(new DatagramPacket(query, query.length));
      var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
      do {
        socket.setSoTimeout(millisUntil(deadline));
        packet.setLength(LARGEST);
        socket.receive(packet);
      } while (packet.getLength() < 2 || !Arrays.equals(packet.getData(), 0, 2, query, 0, 2));
      return Arrays.copyOf(packet.getData(), packet.getLength());
    }
  }

  /**
   * @throws EOFException if the connection ended before what its length promised
   */
  static byte[] overTcp(InetSocketAddress server, byte[] query, long deadline) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(server, millisUntil(deadline));
      byte[] framed =
          ByteBuffer.allocate(2 + query.length).putShort((short) query.length).put(query).array();
      socket.getOutputStream().write(framed);
      int length = ByteBuffer.wrap(read(socket, 2, deadline)).getShort() & LARGEST;
      return read(socket, length, deadline);
    }
  }

  private static byte[] read(Socket socket, int length, long deadline) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] bytes = new byte[length];
    // the time is for the whole: a server that drips bytes does not get it anew for each
    for (int have = 0; have < length; ) {
      socket.setSoTimeout(millisUntil(deadline));
      int count = in.read(bytes, have, length - have);
      if (count < 0) {
        throw new EOFException(have + " of " + length + " bytes");
      }
      have += count;
    }
    return bytes;
  }

  private static int millisUntil(long deadline) throws SocketTimeoutException {
    long left = (deadline - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }
}
