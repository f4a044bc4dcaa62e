package nl.poort25.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * One user: a kept connection and his cookies. A plain socket, because the JDK's client would take
 * a good part of the two processors that the servers are measured on.
 */
final class HttpUser implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  /**
   * @param text the body, unpacked; of no use where the body is no text
   * @param wireBytes all that came over the line for this answer, its headers included
   */
  record Answer(int status, Map<String, String> headers, String text, long wireBytes) {}

  private final URI base;
  private final String encoding;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private Socket socket;
  private InputStream in;
  private long received;

  /**
   * @param encoding the value of Accept-Encoding, for instance gzip or identity
   */
  HttpUser(URI base, String encoding) {
    this.base = base;
    this.encoding = encoding;
  }

  Answer get(String path) throws IOException {
    return send("GET " + path, "", "");
  }

  /** Asks whether what is kept under that ETag still holds. */
  Answer revalidate(String path, String etag) throws IOException {
    return send("GET " + path, "If-None-Match: " + etag + "\r\n", "");
  }

  /**
   * @throws IllegalStateException if the portal does not let him in
   */
  void signIn(String email, String password) throws IOException {
    String form = "email=" + encoded(email) + "&password=" + encoded(password);
    String headers =
        "Origin: %s://%s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n"
            .formatted(base.getScheme(), base.getAuthority(), form.length());
    var answer = send("POST /login", headers, form);
    // outside a demo run staff is led on to a second factor
    if (answer.status() != 303 || answer.headers().get("location").contains("/login")) {
      throw new IllegalStateException(
          "not signed in as " + email + ": status " + answer.status() + " " + answer.headers());
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Answer send(String line, String headers, String body) throws IOException {
    boolean kept = socket != null;
    String cookie =
        cookies.entrySet().stream()
            .map(c -> c.getKey() + "=" + c.getValue())
            .collect(Collectors.joining("; "));
    String request =
        line
            + " HTTP/1.1\r\nHost: "
            + base.getAuthority()
            + "\r\nAccept: text/html,*/*\r\nAccept-Language: nl\r\nAccept-Encoding: "
            + encoding
            + (cookie.isEmpty() ? "" : "\r\nCookie: " + cookie)
            + "\r\n"
            + headers
            + "\r\n"
            + body;
    try {
      return exchange(request);
    } catch (IOException e) {
      close();
      if (!kept) {
        throw e;
      }
      return exchange(request); // a server may end a kept connection at any moment
    }
  }

  private Answer exchange(String request) throws IOException {
    if (socket == null) {
      socket = new Socket(base.getHost(), base.getPort() < 0 ? 80 : base.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream(), 65536);
    }
    received = 0;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    var headers = new TreeMap<String, String>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      headers.put(name, value);
      if (name.equals("set-cookie")) {
        String[] pair = value.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
    }
    byte[] body = status == 304 || status == 204 ? new byte[0] : body(headers);
    if ("close".equalsIgnoreCase(headers.get("connection"))) {
      close();
    }
    return new Answer(status, headers, text(headers, body), received);
  }

  private static String text(Map<String, String> headers, byte[] body) throws IOException {
    if (!"gzip".equals(headers.get("content-encoding"))) {
      return new String(body, StandardCharsets.UTF_8);
    }
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body), 8192)) {
      return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      var all = new ByteArrayOutputStream(32768);
      for (int size = chunk(); size > 0; size = chunk()) {
        all.write(exactly(size));
        line();
      }
      line();
      return all.toByteArray();
    }
    return exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private byte[] exactly(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("ended after " + bytes.length + " of " + size + " bytes");
    }
    received += size;
    return bytes;
  }

  private String line() throws IOException {
    var line = new StringBuilder(80);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("ended within a line");
      }
      received++;
      if (c != '\r') {
        line.append((char) c);
      }
    }
    received++;
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
