package nl.poort25.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;

/** A request whose body is there as a whole: whoever reads it never waits for the client. */
final class BufferedRequest extends HttpServletRequestWrapper {
  private final ServletInputStream stream;
  private final Set<String> roles;
  private final String mark;
  private final BufferedBody body;

  private BufferedRequest(HttpServletRequest request, BufferedBody body, Set<String> roles) {
    super(request);
    mark = SentMark.in(body.end(SentMark.END)).orElse(null);
    stream = new Received(body.open());
    this.body = body;
    this.roles = roles;
  }

  /** On the thread with which it began. */
  static BufferedRequest atOnce(HttpServletRequest request, BufferedBody body) {
    return new BufferedRequest(request, body, null);
  }

  /**
   * On another thread, of which the container goes on to believe that it is whoever it was for the
   * first time: so it must not be asked.
   *
   * @param roles of who sends it
   */
  static BufferedRequest later(HttpServletRequest request, BufferedBody body, Set<String> roles) {
    return new BufferedRequest(request, body, roles);
  }

  /** That of its form; null for none. */
  String mark() {
    return mark;
  }

  /** The same for the same form sent to the same address, and for no other. */
  String digest() {
    var digest = Sha256.digest();
    digest.update((getRequestURI() + " ").getBytes(StandardCharsets.UTF_8));
    body.addTo(digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public boolean isUserInRole(String role) {
    return roles == null ? super.isUserInRole(role) : roles.contains(role);
  }

  @Override
  public ServletInputStream getInputStream() {
    return stream;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  private static final class Received extends ServletInputStream {
    private final InputStream bytes;
    private boolean finished;

    private Received(InputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      int next = bytes.read();
      finished = next < 0;
      return next;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int count = bytes.read(into, from, most);
      finished = count < 0;
      return count;
    }

    @Override
    public int available() throws IOException {
      return bytes.available();
    }

    @Override
    public boolean isFinished() {
      return finished;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body is there as a whole");
    }
  }
}
