package nl.poort25.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import nl.poort25.outbox.Undelivered.Retry;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SmtpTransportTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final String LONG_LINE = "lang ".repeat(300).strip();
  private static final RenderedMail LETTER =
      letter("Één domein: zeil\u2026", "Geachte Ans,\n\n.\n" + LONG_LINE + "\nGroeten €\n");

  private static final ScheduledExecutorService TIMEOUTS = Executors.newScheduledThreadPool(1);

  @AfterAll
  static void end() {
    TIMEOUTS.shutdown();
  }

  private static RenderedMail letter(String subject, String body) {
    return new RenderedMail("<abc@poort25.example>", "ans@haven.example", "nl", subject, body, NOW);
  }

  private static SmtpTransport channel(int port, Map<Setting, String> more) {
    var values = new HashMap<String, String>();
    values.put(Setting.MAIL_HOST.key(), "127.0.0.1");
    values.put(Setting.MAIL_PORT.key(), String.valueOf(port));
    values.put(Setting.PUBLIC_URL.key(), "https://poort25.example");
    values.put(Setting.MAIL_FROM.key(), "Pöort 25 <noreply@poort25.example>");
    more.forEach((setting, value) -> values.put(setting.key(), value));
    return new SmtpTransport(
        new Settings(key -> Optional.ofNullable(values.get(key))), () -> NOW, TIMEOUTS);
  }

  private static Undelivered refusal(Map<String, String> answers) throws Exception {
    try (var server = new ScriptedServer(answers)) {
      var channel = channel(server.port(), Map.of());
      return assertThrows(Undelivered.class, () -> channel.deliver(LETTER));
    }
  }

  private static MimeMessage received(RenderedMail letter) throws Exception {
    var greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
    try {
      channel(greenMail.getSmtp().getPort(), Map.of()).deliver(letter);
      assertEquals(1, greenMail.getReceivedMessages().length);
      return greenMail.getReceivedMessages()[0];
    } finally {
      greenMail.stop();
    }
  }

  @Test
  void arrivesAsItWasWritten() throws Exception {
    var message = received(LETTER);
    assertEquals(LETTER.subject(), message.getSubject());
    assertEquals(
        LETTER.body().replace("\n", "\r\n").strip(), ((String) message.getContent()).strip());
    assertEquals("\"Pöort 25\" <noreply@poort25.example>", unicode(message.getFrom()[0]));
    assertEquals("ans@haven.example", message.getAllRecipients()[0].toString());
    assertEquals(1, message.getAllRecipients().length);
    assertEquals(NOW, message.getSentDate().toInstant());
  }

  private static String unicode(Address address) {
    return ((InternetAddress) address).toUnicodeString();
  }

  @Test
  void sendsNothingButAsciiInLinesThatEveryServerTakes() throws Exception {
    try (var server = new ScriptedServer(Map.of())) {
      channel(server.port(), Map.of()).deliver(LETTER);
      assertTrue(server.heard.contains("EHLO poort25.example"), server.heard.toString());
      for (String line : List.copyOf(server.heard)) {
        assertTrue(line.length() <= 998 && line.chars().allMatch(c -> c < 127), line);
      }
    }
  }

  @Test
  void carriesTheHeadersOfAMachine() throws Exception {
    var message = received(LETTER);
    assertEquals("<abc@poort25.example>", header(message, "Message-ID"));
    assertEquals("auto-generated", header(message, "Auto-Submitted"));
    assertEquals("nl", header(message, "Content-Language"));
    assertTrue(header(message, "Content-Type").matches("(?i)text/plain; charset=utf-8"));
  }

  private static String header(MimeMessage message, String name) throws Exception {
    String[] found = message.getHeader(name);
    assertEquals(1, found.length, name);
    return found[0];
  }

  @Test
  void letsNoSubjectBeginAHeader() throws Exception {
    var message = received(letter("Over a\r\nBcc: spy@evil.example\r\n\r\nbody", "x"));
    assertEquals(null, message.getHeader("Bcc"));
    assertEquals(1, message.getAllRecipients().length);
    assertEquals("x", ((String) message.getContent()).strip());
  }

  @Test
  void refusesARecipientThatIsTwo() {
    var letter =
        new RenderedMail("<a@b>", "ans@haven.example, spy@evil.example", "nl", "x", "x", NOW);
    var refusal = assertThrows(Undelivered.class, () -> received(letter));
    assertEquals(Retry.NEVER, refusal.outlook());
  }

  @Test
  void triesLaterWhatIsRefusedForNow() throws Exception {
    var greylisted = refusal(Map.of("RCPT", "450 4.2.0 greylisted"));
    assertEquals(Retry.LATER, greylisted.outlook());
    assertTrue(greylisted.getMessage().contains("450 4.2.0 greylisted"), greylisted.getMessage());
    assertEquals(Retry.LATER, refusal(Map.of(".", "451 4.3.0 disk full")).outlook());
  }

  @Test
  void neverTriesARecipientAgainThatIsRefusedForGood() throws Exception {
    var refusal = refusal(Map.of("RCPT", "550 5.1.1 no such user"));
    assertEquals(Retry.NEVER, refusal.outlook());
    assertTrue(refusal.getMessage().contains("550 5.1.1 no such user"), refusal.getMessage());
  }

  @Test
  void triesLaterWhereNotTheRecipientButTheSenderIsRefused() throws Exception {
    assertEquals(Retry.LATER, refusal(Map.of("MAIL", "550 5.7.1 not from you")).outlook());
    assertEquals(Retry.LATER, refusal(Map.of(".", "554 5.7.1 looks like spam")).outlook());
  }

  @Test
  void tellsAServerThatTakesNothingFromARefusedMail() throws Exception {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    var channel = channel(nobody, Map.of());
    assertEquals(
        Retry.NO_SERVER, assertThrows(Undelivered.class, () -> channel.deliver(LETTER)).outlook());
    assertEquals(Retry.NO_SERVER, refusal(Map.of("hello", "554 go away")).outlook());
    assertEquals(
        Retry.NO_SERVER, refusal(Map.of("EHLO", "421 closing", "HELO", "421 closing")).outlook());
  }

  @Test
  void triesLaterWhenTheServerHangsUp() throws Exception {
    assertEquals(Retry.LATER, refusal(Map.of(".", "")).outlook());
    assertEquals(Retry.LATER, refusal(Map.of("RCPT", "")).outlook());
  }

  @Test
  void countsAMailAsSentWhenOnlyTheGoodbyeFails() throws Exception {
    try (var server = new ScriptedServer(Map.of("QUIT", ""))) {
      channel(server.port(), Map.of()).deliver(LETTER);
      assertTrue(server.heard.contains("."));
    }
  }

  @Test
  void keepsLinksAndTokensOutOfTheError() throws Exception {
    String token = "A1_-".repeat(11);
    var refusal =
        refusal(Map.of(".", "554 5.7.1 bad URL https://poort25.example/invitation/x and " + token));
    assertFalse(refusal.getMessage().contains("poort25.example"), refusal.getMessage());
    assertFalse(refusal.getMessage().contains(token), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("554 5.7.1 bad URL"), refusal.getMessage());
  }

  @Test
  void sendsNeitherMailNorPasswordWithoutTlsWhereItIsWanted() throws Exception {
    for (var settings :
        List.of(
            Map.of(Setting.MAIL_STARTTLS, "true"),
            Map.of(Setting.MAIL_USER, "poort25", Setting.MAIL_PASSWORD, "geheim"))) {
      try (var server = new ScriptedServer(Map.of("EHLO", "250-test\r\n250 AUTH PLAIN LOGIN"))) {
        var channel = channel(server.port(), settings);
        var refusal = assertThrows(Undelivered.class, () -> channel.deliver(LETTER));
        assertEquals(Retry.NO_SERVER, refusal.outlook());
        assertTrue(
            server.heard.stream().noneMatch(line -> line.matches("(MAIL|AUTH).*")),
            server.heard.toString());
      }
    }
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws Exception {
    var answers = Map.of("EHLO", "250-test\r\n250 STARTTLS", "STARTTLS", "220 go on");
    try (var server = new ScriptedServer(answers)) {
      var channel = channel(server.port(), Map.of(Setting.MAIL_STARTTLS, "true"));
      var refusal = assertThrows(Undelivered.class, () -> channel.deliver(LETTER));
      assertEquals(Retry.NO_SERVER, refusal.outlook());
      assertTrue(refusal.getMessage().contains("certification path"), refusal.getMessage());
    }
  }

  @Test
  void refusesASenderThatIsNoAddress() {
    assertThrows(
        IllegalStateException.class, () -> channel(25, Map.of(Setting.MAIL_FROM, "Poort 25")));
  }

  @Test
  void aServerThatSendsAByteNowAndThenIsLeftWhenTheWholeTakesTooLong() throws Exception {
    try (var server = new SlowServer(Duration.ofDays(1), Duration.ofMillis(100))) {
      long began = System.nanoTime();
      var channel = channelWithin(Duration.ofSeconds(4), server.port());
      var refused = assertThrows(Undelivered.class, () -> channel.deliver(LETTER));
      assertEquals(Retry.LATER, refused.outlook());
      assertTrue(System.nanoTime() - began < Duration.ofSeconds(30).toNanos());
      assertFalse(Thread.currentThread().isInterrupted());
      assertEquals(1, server.letters(), "it had the whole letter");
    }
  }

  @Test
  void aServerThatTakesItsTimeIsWaitedFor() throws Exception {
    try (var server = new SlowServer(Duration.ofSeconds(2), Duration.ofMillis(100))) {
      channelWithin(Duration.ofSeconds(20), server.port()).deliver(LETTER);
      assertEquals(1, server.taken());
    }
  }

  private static SmtpTransport channelWithin(Duration most, int port) {
    var values =
        Map.of(
            Setting.MAIL_HOST.key(), "127.0.0.1",
            Setting.MAIL_PORT.key(), String.valueOf(port),
            Setting.PUBLIC_URL.key(), "https://poort25.example");
    return new SmtpTransport(
        new Settings(key -> Optional.ofNullable(values.get(key))), () -> NOW, TIMEOUTS, most);
  }
}
