package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;

/**
 * A customer's mail server in a network namespace: knows everybody but nobody@, and says on its
 * output for whom it has taken mail, and where: "jan@klant.nl 192.0.2.9". Of a name with other
 * letters than ASCII it hears in U-labels, unless it is one that offers no SMTPUTF8.
 */
final class MailServer {
  private MailServer() {}

  /**
   * @param addresses to listen on, port 25; one that begins with "ascii:" offers no SMTPUTF8
   */
  public static void main(String[] addresses) throws IOException {
    for (String text : addresses) {
      boolean ascii = text.startsWith("ascii:");
      String address = ascii ? text.substring("ascii:".length()) : text;
      var server = new ServerSocket(25, 10, InetAddress.getByName(address));
      new Thread(() -> serve(server, address, ascii)).start();
    }
    System.out.println("listening");
  }

  private static void serve(ServerSocket server, String address, boolean ascii) {
    try {
      while (true) {
        var session = server.accept();
        new Thread(() -> talk(session, address, ascii)).start();
      }
    } catch (IOException e) {
      System.out.println("server: " + e.getMessage());
    }
  }

  private static void talk(Socket session, String address, boolean ascii) {
    try (session) {
      var in = new BufferedReader(new InputStreamReader(session.getInputStream(), UTF_8));
      say(session, "220 server");
      String recipient = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
          case "EHLO" -> say(session, ascii ? "250 server" : "250-server\r\n250 SMTPUTF8");
          case "RCPT" -> {
            recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            say(session, recipient.startsWith("nobody@") ? "550 5.1.1 no such box" : "250 ok");
          }
          case "DATA" -> {
            say(session, "354 go on");
            for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
              if (text == null) {
                return;
              }
            }
            System.out.println(recipient + " " + address);
            say(session, "250 taken");
          }
          case "QUIT" -> {
            say(session, "221 bye");
            return;
          }
          default -> say(session, "250 ok");
        }
      }
    } catch (IOException e) {
      System.out.println("broken: " + e.getMessage());
    }
  }

  private static void say(Socket session, String line) throws IOException {
    session.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
  }
}
