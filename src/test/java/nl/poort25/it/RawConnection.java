package nl.poort25.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** One connection on which a test sends what no client would, byte for byte. */
public final class RawConnection implements AutoCloseable {
  private static final int MILLISECONDS = 30_000;
  private final Socket socket;

  /** To that portal, or what stands before it, as a browser writes its URL. */
  public RawConnection(String url) throws IOException {
    this(url, "127.0.0.1");
  }

  /**
   * @param from one of the addresses of loopback
   */
  public RawConnection(String url, String from) throws IOException {
    var to = URI.create(url);
    socket = new Socket(to.getHost(), to.getPort(), InetAddress.getByName(from), 0);
    socket.setSoTimeout(MILLISECONDS);
    socket.setTcpNoDelay(true);
  }

  /** What the portal says to that request, sent in one piece. */
  public static Reply reply(String url, String head, byte[] body) throws IOException {
    try (var connection = new RawConnection(url)) {
      connection.send(head, body);
      return connection.reply();
    }
  }

  /** The same, with a body that comes later than the head. */
  public static Reply later(String url, String head, byte[] body, Runnable meanwhile)
      throws IOException {
    try (var connection = new RawConnection(url)) {
      connection.send(head, new byte[0]);
      meanwhile.run();
      connection.send(body);
      return connection.reply();
    }
  }

  /** Lines of a head, without the empty one. */
  public void send(String head, byte[] body) throws IOException {
    var all = new ByteArrayOutputStream();
    all.writeBytes((head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(ISO_8859_1));
    all.writeBytes(body);
    send(all.toByteArray());
  }

  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Ends without the rest: in order, or as one that has crashed. */
  public void breakOff(boolean inOrder) throws IOException {
    if (!inOrder) {
      socket.setSoLinger(true, 0);
    }
    socket.close();
  }

  /** All that comes until the other side closes, or after the head nothing for a while. */
  public Reply reply() throws IOException {
    var all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] piece = new byte[8192];
    try {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        all.write(piece, 0, count);
      }
    } catch (SocketTimeoutException e) {
      if (all.size() == 0) {
        throw e;
      }
    }
    return new Reply(all.toByteArray());
  }

  /** The status of what comes, whether or not the other side closes then. */
  public int status() throws IOException {
    var head = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      head.write(next);
    }
    return new Reply(head.toByteArray()).status();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** What came back. */
  @SuppressWarnings("ArrayRecordComponent") // only handed on
  public record Reply(byte[] bytes) {
    /** Of the status line; 0 where the connection ended without one. */
    public int status() {
      String[] words = text().split(" ", 3);
      return words.length > 1 && words[0].startsWith("HTTP/") ? Integer.parseInt(words[1]) : 0;
    }

    /** The value of the header's first line. */
    public Optional<String> header(String name) {
      var line = Pattern.compile("(?im)^" + Pattern.quote(name) + ":[ \\t]*(.*?)\\r?$");
      var matcher = line.matcher(text().split("\r\n\r\n", 2)[0]);
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    public String text() {
      return new String(bytes, UTF_8);
    }
  }
}
