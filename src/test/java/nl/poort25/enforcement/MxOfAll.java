package nl.poort25.enforcement;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A resolver in a network namespace for which one host is the MX of every name and every name has
 * that host's address: what a domain looks like to the relay that its MX names.
 */
final class MxOfAll {
  private static final int A = 1;
  private static final int MX = 15;
  private static final int NAME_OF_QUESTION = 0xc00c; // RFC 1035 4.1.4

  private MxOfAll() {}

  /**
   * @param host its name and its IPv4 address
   */
  public static void main(String[] host) throws IOException {
    var socket = new DatagramSocket(53, InetAddress.getLoopbackAddress());
    System.out.println("listening");
    var question = new DatagramPacket(new byte[512], 512);
    while (true) {
      question.setLength(512);
      socket.receive(question);
      byte[] said = answer(question.getData(), host[0], InetAddress.getByName(host[1]));
      socket.send(new DatagramPacket(said, said.length, question.getSocketAddress()));
    }
  }

  private static byte[] answer(byte[] question, String host, InetAddress address)
      throws IOException {
    int end = 12;
    while (question[end] != 0) {
      end += question[end] + 1;
    }
    int type = ByteBuffer.wrap(question).getShort(end + 1);
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.write(question, 0, 2);
    out.writeShort(0x8580); // an authoritative answer
    out.writeShort(1);
    out.writeShort(type == A || type == MX ? 1 : 0);
    out.writeInt(0);
    out.write(question, 12, end + 5 - 12);
    if (type == A || type == MX) {
      byte[] data = type == A ? address.getAddress() : mx(host);
      out.writeShort(NAME_OF_QUESTION);
      out.writeShort(type);
      out.writeShort(1);
      out.writeInt(60);
      out.writeShort(data.length);
      out.write(data);
    }
    return bytes.toByteArray();
  }

  private static byte[] mx(String host) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeShort(10);
    for (String label : Arrays.asList(host.split("\\.", -1))) {
      out.writeByte(label.length());
      out.writeBytes(label);
    }
    out.writeByte(0);
    return bytes.toByteArray();
  }
}
