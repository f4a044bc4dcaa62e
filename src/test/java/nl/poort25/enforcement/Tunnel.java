package nl.poort25.enforcement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Lets what runs in a network namespace reach a port of the loopback outside it: by a socket in the
 * file system, which namespaces of networks share, so that no network of the machine is changed.
 */
final class Tunnel implements AutoCloseable {
  private final ServerSocketChannel entrance;
  private final int port;

  Tunnel(Path socket, int port) throws IOException {
    this.port = port;
    entrance = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    entrance.bind(UnixDomainSocketAddress.of(socket));
    start(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        var near = entrance.accept();
        var far = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        start(() -> pump(near, far));
        start(() -> pump(far, near));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private static void pump(SocketChannel from, SocketChannel to) {
    var buffer = ByteBuffer.allocate(1 << 16);
    try (to) {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException e) {
      // one end is gone, so the other goes
    }
  }

  private static void start(Runnable task) {
    var thread = new Thread(task, "tunnel");
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
  }
}
