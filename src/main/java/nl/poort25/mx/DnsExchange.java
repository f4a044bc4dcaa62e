package nl.poort25.mx;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.CompletableFuture;

/** One message to a server and its reply, over a channel of its own. */
abstract class DnsExchange {
  static final int LARGEST = 0xffff;

  final InetSocketAddress server;
  final byte[] query;
  private final long deadline;
  private final CompletableFuture<byte[]> reply = new CompletableFuture<>();
  private SelectableChannel channel;

  DnsExchange(InetSocketAddress server, byte[] query, long deadline) {
    this.server = server;
    this.query = query;
    this.deadline = deadline;
  }

  /** Opens the channel and sends, or begins to. */
  abstract SelectionKey begin(Selector selector) throws IOException;

  /**
   * Goes on, where the channel is ready.
   *
   * @return the reply, or null if it is not all there yet
   */
  abstract byte[] goOn(SelectionKey key) throws IOException;

  CompletableFuture<byte[]> reply() {
    return reply;
  }

  /** By {@link System#nanoTime()}. */
  long deadline() {
    return deadline;
  }

  /** A channel of its own: its port is as random as the id. */
  <C extends SelectableChannel> C opened(C channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    return channel;
  }

  void start(Selector selector) {
    try {
      begin(selector).attach(this);
    } catch (IOException e) {
      fail(e);
    } catch (RuntimeException e) {
      fail(new IOException("an address that cannot be asked from here", e));
    }
  }

  void proceed(SelectionKey key) {
    try {
      byte[] whole = goOn(key);
      if (whole != null) {
        close();
        reply.complete(whole);
      }
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
  }

  /** Ends it, unless its reply is there. */
  void fail(Throwable why) {
    close();
    reply.completeExceptionally(why);
  }

  private void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // then it is of no more use either
    }
  }
}
