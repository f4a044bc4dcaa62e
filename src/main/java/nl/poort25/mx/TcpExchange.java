package nl.poort25.mx;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A question and its answer over a connection, each behind its length (RFC 1035, 4.2.2). */
final class TcpExchange extends DnsExchange {
  private final ByteBuffer asked;
  private final ByteBuffer length = ByteBuffer.allocate(2);
  private ByteBuffer answer;

  TcpExchange(InetSocketAddress server, byte[] query, long deadline) {
    super(server, query, deadline);
    asked = ByteBuffer.allocate(2 + query.length).putShort((short) query.length).put(query).flip();
  }

  @Override
  SelectionKey begin(Selector selector) throws IOException {
    var channel = opened(SocketChannel.open());
    boolean connected = channel.connect(server);
    return channel.register(selector, connected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT);
  }

  @Override
  byte[] goOn(SelectionKey key) throws IOException {
    var channel = (SocketChannel) key.channel();
    if (key.isConnectable() && channel.finishConnect()) {
      key.interestOps(SelectionKey.OP_WRITE);
    } else if (key.isWritable()) {
      channel.write(asked);
      key.interestOps(asked.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    } else if (key.isReadable()) {
      read(channel);
    }
    return answer == null || answer.hasRemaining() ? null : answer.array();
  }

  private void read(SocketChannel channel) throws IOException {
    var into = answer == null ? length : answer;
    if (channel.read(into) < 0) {
      throw new EOFException(into.position() + " of " + into.capacity() + " bytes");
    }
    if (answer == null && !length.hasRemaining()) {
      answer = ByteBuffer.allocate(length.getShort(0) & LARGEST);
    }
  }
}
