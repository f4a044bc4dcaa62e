package nl.poort25.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A line to a port of the loopback that can be cut: nothing comes through any more, and neither end
 * is told, as where a cable is pulled. Mended, it takes new connections; the old ones are gone. It
 * begins at another port, or at a socket in the file system, which namespaces of networks share: so
 * what runs in one reaches the loopback outside it, and no network of the machine is changed.
 */
public final class CutLine implements AutoCloseable {
  private final ServerSocketChannel entrance;
  private final int to;
  private final AtomicBoolean cut = new AtomicBoolean();
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  CutLine(int to) {
    this(
        StandardProtocolFamily.INET,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        to);
  }

  public CutLine(Path socket, int to) {
    this(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(socket), to);
  }

  private CutLine(ProtocolFamily family, SocketAddress from, int to) {
    this.to = to;
    try {
      entrance = ServerSocketChannel.open(family);
      entrance.bind(from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  int port() {
    return entrance.socket().getLocalPort();
  }

  void cut() {
    cut.set(true);
  }

  void mend() {
    for (var one : open) {
      shut(one);
    }
    open.clear();
    cut.set(false);
  }

  private void accept() {
    try {
      while (true) {
        var near = entrance.accept();
        open.add(near);
        if (!cut.get()) {
          connect(near);
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void connect(SocketChannel near) {
    try {
      var far = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
      open.add(far);
      start(() -> pump(near, far));
      start(() -> pump(far, near));
    } catch (IOException e) {
      shut(near); // nobody listens there now
    }
  }

  private void pump(SocketChannel from, SocketChannel to) {
    var buffer = ByteBuffer.allocate(1 << 16);
    try {
      while (from.read(buffer) >= 0) {
        if (cut.get()) {
          return; // both stay open, and say nothing
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException e) {
      // one end is gone, so the other goes
    }
    if (!cut.get()) {
      shut(from);
      shut(to);
    }
  }

  private static void shut(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable task) {
    var thread = new Thread(task, "line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(CutLine::shut);
  }
}
