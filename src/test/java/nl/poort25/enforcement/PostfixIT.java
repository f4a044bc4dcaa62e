package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.it.Trials;
import nl.poort25.state.Postfix;
import nl.poort25.state.RelayLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a real Postfix does with the files that are written for a state. It is itself the MX of
 * every name, as a relay of the provider is.
 */
@Tag(Trials.ON_ONE_DATABASE)
class PostfixIT {
  private static final String RELAY = "192.0.2.25";
  private static final String OUTSIDE = "198.51.100.7";
  private static final Duration LONG = Duration.ofSeconds(60);

  /** The times of main.cf as they are, in place of a twentieth of each. */
  private static final boolean LONG_FORM = Trials.RUNS > 3;

  private static Namespaces network;
  private static Namespaces.Talk servers;
  private static RealPostfix postfix;

  @BeforeAll
  static void start() throws IOException {
    network = new Namespaces();
    network.give("inside", "192.0.2.11/24");
    network.give("inside", "192.0.2.12/24");
    servers =
        network.talk("inside", MailServer.class, "192.0.2.9", "ascii:192.0.2.11", "2001:db8:25::9");
    assertEquals("listening", servers.hear());
    assertEquals("listening", network.talk("inside", MxOfAll.class, "relay.example", RELAY).hear());
    var lines =
        Stream.of(
                "deny 192.0.2.10 AB-2026-0007",
                "deny 198.51.100.8 AB-2026-0008",
                "domain klant.nl 192.0.2.9",
                "domain twee.nl 192.0.2.10 192.0.2.9",
                "domain weg.nl 192.0.2.12",
                "domain zes.nl 2001:db8:25::9",
                "domain xn--bcher-kva.example 192.0.2.9",
                "domain xn--caf-dma.example 192.0.2.11",
                "mailstore pop.nl",
                "mailstore xn--frg-qla.example",
                "postmaster beheer@klant.nl",
                "recipient abuse@xn--frg-qla.example",
                "recipient info@pop.nl",
                "recipient info@xn--frg-qla.example",
                "store 2001:db8:25::9")
            .map(RelayLine::parse)
            .toList();
    var files = new HashMap<>(Postfix.files(42, lines));
    if (!LONG_FORM) {
      files.computeIfPresent(Postfix.MAIN, (name, text) -> inShort(text));
    }
    postfix = new RealPostfix(network, "relay.example", RELAY, files);
  }

  /** A twentieth of every time that a recipient rests on whose server was away. */
  private static String inShort(String main) {
    return main.replace("refresh_time = 60s", "refresh_time = 3s")
            .replace("expire_time = 120s", "expire_time = 6s")
        + "minimal_backoff_time = 15s\nqueue_run_delay = 15s\n";
  }

  @AfterAll
  static void stop() throws IOException {
    try {
      if (postfix != null) {
        postfix.close();
      }
    } finally {
      if (network != null) {
        network.close();
      }
    }
  }

  /** What is said to a recipient; the mail is sent if that is to be. */
  private static String mail(String host, String from, String recipient, boolean send) {
    return assertTimeoutPreemptively(
        LONG,
        () -> {
          var caller = network.call(host, from, RELAY);
          try {
            assertTrue(caller.hear().startsWith("220 "));
            boolean ascii = recipient.chars().allMatch(c -> c < 128);
            said(caller, "EHLO client.example");
            said(caller, "MAIL FROM:<somebody@elders.example>" + (ascii ? "" : " SMTPUTF8"));
            String said = said(caller, "RCPT TO:<" + recipient + ">");
            if (send) {
              assertTrue(said.startsWith("250 "), said);
              said(caller, "DATA");
              String taken = said(caller, "Subject: test||test|.");
              assertTrue(taken.startsWith("250 "), taken);
            }
            return said;
          } finally {
            caller.end();
          }
        });
  }

  private static String said(Namespaces.Talk caller, String line) {
    caller.say(line);
    return caller.hear();
  }

  private static void assertArrives(String recipient, String server) {
    mail("outside", OUTSIDE, recipient, true);
    assertEquals(recipient + " " + server, assertTimeoutPreemptively(LONG, servers::hear));
  }

  private static void assertRefused(String recipient, String why) {
    String said = mail("outside", OUTSIDE, recipient, false);
    assertTrue(said.startsWith("5") && said.contains(why), said);
  }

  @Test
  void mailOfANameGoesToItsServer() {
    assertArrives("jan@klant.nl", "192.0.2.9");
  }

  @Test
  void anIpv6AddressIsAServerToo() {
    assertArrives("jan@zes.nl", "2001:db8:25::9");
  }

  @Test
  void theNextServerTakesItWhereTheFirstDoesNotAnswer() {
    assertArrives("jan@twee.nl", "192.0.2.9");
  }

  @Test
  void mailOfAnyOtherNameIsRefused() {
    assertRefused("jan@vreemd.nl", "Relay access denied");
  }

  @Test
  void aSubdomainIsNotItsParent() {
    assertRefused("jan@www.klant.nl", "Relay access denied");
  }

  @Test
  void whereTheRecipientsAreKnownAnyOtherIsRefused() {
    assertArrives("info@pop.nl", "2001:db8:25::9");
    assertRefused("jan@pop.nl", "User unknown");
  }

  @Test
  void mailForThePostmasterOfANameWithBoxesIsReadBySomebody() {
    for (String role : List.of("postmaster", "Postmaster", "abuse", "ABUSE")) {
      mail("outside", OUTSIDE, role + "@pop.nl", true);
      assertEquals("beheer@klant.nl 192.0.2.9", assertTimeoutPreemptively(LONG, servers::hear));
    }
    assertArrives("abuse@xn--frg-qla.example", "2001:db8:25::9");
    assertRefused("hostmaster@pop.nl", "User unknown");
  }

  @Test
  void aNameInULabelsIsTheNameOfItsALabels() {
    assertArrives("jan@b\u00fccher.example", "192.0.2.9");
    assertArrives("jan@xn--bcher-kva.example", "192.0.2.9");
    assertArrives("info@f\u00e4rg.example", "2001:db8:25::9");
    assertRefused("nobody@b\u00fccher.example", "no such box");
    assertRefused("jan@f\u00e4rg.example", "User unknown");
    assertRefused("jan@b\u00fcchers.example", "Relay access denied");
  }

  @Test
  void aServerWithoutSmtputf8IsFoundOutBeforeTheMailIsTaken() {
    assertRefused("jan@caf\u00e9.example", "SMTPUTF8");
    assertArrives("jan@xn--caf-dma.example", "192.0.2.11");
  }

  @Test
  void aServerThatWasAwayIsAskedAgainWithinMinutes() {
    // so often that Postfix gives the server up for a while as well
    for (int i = 0; i < 7; i++) {
      String said = mail("outside", OUTSIDE, "jan" + i + "@weg.nl", false);
      assertTrue(said.startsWith("450 "), said);
    }
    assertEquals("listening", network.talk("inside", MailServer.class, "192.0.2.12").hear());
    long back = System.nanoTime();
    long most = (LONG_FORM ? Duration.ofMinutes(8) : Duration.ofSeconds(24)).toNanos();
    while (!mail("outside", OUTSIDE, "jan0@weg.nl", false).startsWith("250 ")) {
      assertTrue(System.nanoTime() - back < most, postfix.log());
    }
    System.out.printf("taken %.0f s after its server is back%n", (System.nanoTime() - back) / 1e9);
  }

  @Test
  void whereTheyAreNotKnownTheServerIsAskedBeforeTheMailIsTaken() {
    assertRefused("nobody@klant.nl", "no such box");
  }

  @Test
  void aDeniedClientIsRefusedWithTheNumberOfItsCase() {
    String said = mail("outside", "198.51.100.8", "jan@klant.nl", false);
    assertTrue(said.startsWith("550 5.7.1 ") && said.contains("AB-2026-0008"), said);
  }

  @Test
  void aDeniedClientOfTheProvidersOwnNetworkIsRefusedTooAndItsNeighbourIsNot() {
    String said = mail("inside", "192.0.2.10", "jan@klant.nl", false);
    assertTrue(said.startsWith("550 5.7.1 ") && said.contains("AB-2026-0007"), said);
    said = mail("inside", "192.0.2.9", "jan@vreemd.nl", false);
    assertTrue(said.startsWith("250 "), said);
  }

  @Test
  void mailOfANameDoesNotComeBackThroughItsMxAsThatOfOthersWould() {
    assertArrives("piet@klant.nl", "192.0.2.9");
    mail("inside", "192.0.2.9", "jan@lus.nl", true);
    long end = System.nanoTime() + LONG.toNanos();
    while (!postfix.log().contains("mail for lus.nl loops back to myself")) {
      assertTrue(System.nanoTime() < end, postfix.log());
    }
    assertFalse(postfix.log().contains("mail for klant.nl loops"), postfix.log());
  }
}
