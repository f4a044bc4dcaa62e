package nl.poort25.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Hands mail to the configured server, one connection a mail. Each time-out of Jakarta Mail is one
 * for a single read or write, so that a server that sends a byte now and then has no end: a
 * conversation has one of its own, at which its socket is closed under it.
 */
final class SmtpTransport implements MailTransport {
  private static final String CONNECT_MILLISECONDS = "10000";
  // a server may scan a mail before it answers (RFC 5321 4.5.3.2 grants it minutes)
  private static final String ANSWER_MILLISECONDS = "60000";
  private static final Duration WHOLE_CONVERSATION = Duration.ofMinutes(2);

  /** Where TLS comes first (RFC 8314 7.3). */
  private static final int SUBMISSIONS = 465;

  private final Properties properties;
  private final ScheduledExecutorService timeouts;
  private final Duration most;
  private final InternetAddress from;
  private final String host;
  private final int port;
  private final String user;
  private final String password;
  private final InstantSource clock;

  /**
   * @param timeouts where a conversation that takes too long is ended
   * @throws IllegalStateException if a setting cannot be used
   */
  SmtpTransport(Settings settings, InstantSource clock, ScheduledExecutorService timeouts) {
    this(settings, clock, timeouts, WHOLE_CONVERSATION);
  }

  SmtpTransport(
      Settings settings, InstantSource clock, ScheduledExecutorService timeouts, Duration most) {
    this.timeouts = timeouts;
    this.most = most;
    host = settings.text(Setting.MAIL_HOST);
    port = settings.number(Setting.MAIL_PORT);
    user = settings.text(Setting.MAIL_USER);
    password = settings.text(Setting.MAIL_PASSWORD);
    this.clock = clock;
    try {
      from = new InternetAddress(settings.text(Setting.MAIL_FROM), true);
      if (from.getPersonal() != null) {
        from.setPersonal(from.getPersonal(), UTF_8.name());
      }
    } catch (AddressException | java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(Setting.MAIL_FROM.key() + " is no address", e);
    }
    properties = properties(settings);
  }

  private Properties properties(Settings settings) {
    var properties = new Properties();
    properties.put("mail.smtp.localhost", helo(settings.text(Setting.PUBLIC_URL)));
    properties.put("mail.smtp.from", from.getAddress());
    properties.put("mail.smtp.connectiontimeout", CONNECT_MILLISECONDS);
    properties.put("mail.smtp.timeout", ANSWER_MILLISECONDS);
    properties.put("mail.smtp.writetimeout", ANSWER_MILLISECONDS);
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.ssl.enable", port == SUBMISSIONS ? "true" : "false");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    // a password never goes out in the clear
    boolean starttls = settings.flag(Setting.MAIL_STARTTLS) || !user.isEmpty();
    properties.put("mail.smtp.starttls.enable", String.valueOf(starttls));
    properties.put("mail.smtp.starttls.required", String.valueOf(starttls));
    properties.put("mail.smtp.auth", String.valueOf(!user.isEmpty()));
    return properties;
  }

  /** How this side calls itself: the portal's name, an address in brackets (RFC 5321 4.1.3). */
  private static String helo(String publicUrl) {
    String name = URI.create(publicUrl).getHost();
    return name.matches("[0-9.]+") ? "[" + name + "]" : name;
  }

  @Override
  public void deliver(RenderedMail letter) throws Undelivered {
    boolean connected = false;
    var sockets = new CloseableSocketFactory();
    var own = new Properties();
    own.putAll(properties);
    own.put("mail.smtp.socketFactory", sockets);
    var session = Session.getInstance(own);
    var end = timeouts.schedule(sockets::close, most.toMillis(), TimeUnit.MILLISECONDS);
    try {
      var transport = session.getTransport("smtp");
      try {
        // an empty name would be tried at any server that offers a login
        boolean guest = user.isEmpty();
        transport.connect(host, port, guest ? null : user, guest ? null : password);
        connected = true;
        var message = message(session, letter);
        transport.sendMessage(message, message.getAllRecipients());
      } finally {
        close(transport);
      }
    } catch (MessagingException e) {
      throw SmtpReply.read(e, connected);
    } finally {
      end.cancel(false);
    }
  }

  /** A mail that the server has taken is sent, however the goodbye goes. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // nothing left to do
    }
  }

  private MimeMessage message(Session session, RenderedMail letter) throws MessagingException {
    var message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", letter.messageId());
          }
        };
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
    message.setSubject(letter.subject(), UTF_8.name());
    message.setText(letter.body(), UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Content-Language", letter.language());
    // RFC 3834 5: nobody's absence is told to a machine; the second is for Exchange
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.saveChanges();
    return message;
  }
}
