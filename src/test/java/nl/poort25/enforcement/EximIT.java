package nl.poort25.enforcement;

import static nl.poort25.enforcement.FirewallStateTest.any;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.it.Eventually;
import nl.poort25.it.Trials;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.state.Nftables;
import nl.poort25.state.Postfix;
import nl.poort25.state.RelayLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A customer's server that is no Postfix: behind the relay, and behind the firewall. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(120)
class EximIT {
  private static final String RELAY = "192.0.2.25";
  private static final String EXIM = "192.0.2.10";
  private static final String OUTSIDE = "198.51.100.7";
  private static Namespaces network;
  private static RealExim exim;
  private static RealPostfix postfix;

  @BeforeAll
  static void start() throws IOException {
    network = new Namespaces();
    exim = new RealExim(network, "exim.nl", EXIM);
    assertEquals("listening", network.talk("inside", MxOfAll.class, "relay.example", RELAY).hear());
    var lines = Stream.of("domain exim.nl " + EXIM).map(RelayLine::parse).toList();
    postfix = new RealPostfix(network, "relay.example", RELAY, Postfix.files(42, lines));
    load(any(EXIM), any(RELAY));
    Eventually.holds("Exim answers", () -> session(EXIM, "QUIT").startsWith("221 "));
  }

  @AfterAll
  static void stop() throws IOException {
    try (var network = EximIT.network;
        var exim = EximIT.exim;
        var postfix = EximIT.postfix) {
      assertTrue(network != null || exim == null || postfix == null);
    }
  }

  private static void load(Flow... granted) {
    var facts =
        new FirewallFacts(
            Arrays.stream(granted).collect(Collectors.toMap(line -> line, line -> 1L)),
            Map.of(),
            Map.of(Cidr.of("192.0.2.0/24"), 1L),
            Map.of(),
            Set.of());
    network.load(Nftables.write(42, FirewallState.of(facts).lines().keySet()));
  }

  /** The last answer in a session from outside. */
  private static String session(String to, String... lines) {
    var caller = network.call("outside", OUTSIDE, to);
    try {
      String said = caller.hear();
      for (String line : lines) {
        caller.say(line);
        said = caller.hear();
      }
      return String.valueOf(said);
    } finally {
      caller.end();
    }
  }

  @Test
  void mailArrivesThroughTheRelay() {
    String taken =
        session(
            RELAY,
            "EHLO client.example",
            "MAIL FROM:<somebody@elders.example>",
            "RCPT TO:<jan@exim.nl>",
            "DATA",
            "Subject: through the relay||test|.");
    assertTrue(taken.startsWith("250 "), taken);
    Eventually.holds("it has arrived", () -> exim.mail().contains("Subject: through the relay"));
    Eventually.holds("and is for jan", () -> exim.log().contains("=> jan"));
  }

  @Test
  void theRelayAsksItWhomItKnows() {
    String refused =
        session(
            RELAY,
            "EHLO client.example",
            "MAIL FROM:<somebody@elders.example>",
            "RCPT TO:<nobody@exim.nl>");
    assertTrue(refused.startsWith("550 ") && refused.contains("no such box"), refused);
  }

  @Test
  void aBlockEndsItsRunningSessionAtBothEnds() {
    var caller = network.call("outside", OUTSIDE, EXIM);
    try {
      assertTrue(caller.hear().startsWith("220 mail.exim.nl ESMTP Exim"));
      caller.say("EHLO client.example");
      assertTrue(caller.hear().startsWith("250 "));
      caller.say("MAIL FROM:<before@elders.example>");
      assertTrue(caller.hear().startsWith("250 "));
      load(any(RELAY));
      caller.say("RCPT TO:<jan@exim.nl>");
      String last = caller.hear();
      assertTrue(last.startsWith("failed: "), last);
      Eventually.holds(
          "the session is gone at Exim",
          () -> exim.log().lines().anyMatch(line -> line.matches(".*(lost|disconnect|reset).*")));
      assertTrue(session(EXIM).startsWith("failed: "));
    } finally {
      caller.end();
      load(any(EXIM), any(RELAY));
    }
  }
}
