package nl.poort25.outbox;

import com.icegreen.greenmail.util.GreenMail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** A mail server that gives the answers it is told to, by the command; takes all else. */
final class ScriptedServer implements AutoCloseable {
  private static final Map<String, String> WILLING =
      Map.of("EHLO", "250 ok", "DATA", "354 go on", "QUIT", "221 bye", ".", "250 taken");

  final List<String> heard = new CopyOnWriteArrayList<>();
  private final ServerSocket socket;
  private final Map<String, String> answers;

  ScriptedServer(Map<String, String> answers) throws IOException {
    this.answers = answers;
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        try (Socket client = socket.accept()) {
          talk(client);
        }
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    say(client, answers.getOrDefault("hello", "220 test"));
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      if (data && !line.equals(".")) {
        continue;
      }
      String command = line.split("[ :]", 2)[0];
      String answer = answers.getOrDefault(command, WILLING.getOrDefault(command, "250 ok"));
      if (answer.isEmpty()) {
        return; // hangs up
      }
      data = answer.startsWith("354");
      say(client, answer);
      if (command.equals("STARTTLS")) {
        showCertificate(client);
        return;
      }
    }
  }

  /** One that GreenMail has made itself, so that nobody vouches for it. */
  private static void showCertificate(Socket client) throws IOException {
    try (var file = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
      char[] password = "changeit".toCharArray();
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(file, password);
      var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, password);
      var tls = SSLContext.getInstance("TLS");
      tls.init(factory.getKeyManagers(), null, null);
      var secured =
          (SSLSocket)
              tls.getSocketFactory().createSocket(client, "127.0.0.1", client.getPort(), false);
      secured.setUseClientMode(false);
      secured.startHandshake();
    } catch (GeneralSecurityException | SSLException e) {
      // the client turns away, as it should
    }
  }

  private static void say(Socket client, String answer) throws IOException {
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
