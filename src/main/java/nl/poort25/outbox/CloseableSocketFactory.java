package nl.poort25.outbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Socket factory of one SMTP conversation, whose socket another thread can close. */
final class CloseableSocketFactory extends SocketFactory implements AutoCloseable {
  private Socket socket;
  private boolean closed;

  /** Where TLS comes first as well: Jakarta Mail lays it over this one. */
  @Override
  public synchronized Socket createSocket() throws IOException {
    if (closed) {
      throw new IOException("the conversation took too long");
    }
    socket = new Socket();
    return socket;
  }

  /** Whoever reads or writes gets an exception; the thread goes on, and is not interrupted. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // then there is nothing left to close
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  private Socket connected(InetSocketAddress to, InetSocketAddress fromOrNull) throws IOException {
    var made = createSocket();
    made.bind(fromOrNull);
    made.connect(to);
    return made;
  }
}
