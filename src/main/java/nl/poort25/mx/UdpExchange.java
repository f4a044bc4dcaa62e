package nl.poort25.mx;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** A question and its answer in a datagram each. */
final class UdpExchange extends DnsExchange {
  private final ByteBuffer packet;

  /**
   * @param packet for whoever reads on this thread, one after the other
   */
  UdpExchange(InetSocketAddress server, byte[] query, long deadline, ByteBuffer packet) {
    super(server, query, deadline);
    this.packet = packet;
  }

  @Override
  SelectionKey begin(Selector selector) throws IOException {
    var channel = opened(DatagramChannel.open());
    channel.connect(server);
    channel.write(ByteBuffer.wrap(query));
    return channel.register(selector, SelectionKey.OP_READ);
  }

  @Override
  byte[] goOn(SelectionKey key) throws IOException {
    var channel = (DatagramChannel) key.channel();
    int length = channel.read(packet.clear());
    if (length < 2 || packet.get(0) != query[0] || packet.get(1) != query[1]) {
      return null; // not for us; where more has come, the channel stays ready
    }
    byte[] bytes = new byte[length];
    packet.flip().get(bytes);
    return bytes;
  }
}
