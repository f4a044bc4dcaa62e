package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static nl.poort25.enforcement.SignedState.delta;
import static nl.poort25.enforcement.SignedState.signed;
import static nl.poort25.enforcement.SignedState.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an agent does not take: it changes nothing, and says so. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(120)
class AgentRefusesIT {
  private static final List<String> HELD = List.of("inside 192.0.2.0/24", "open 192.0.2.9");
  private static final String GOOD =
      whole(43, List.of("inside 192.0.2.0/24", "open 192.0.2.10")).text();
  @TempDir private static Path folder;
  private static Namespaces network;
  private static PortalOfTest portal;
  private static AgentOfTest agent;
  private static String before;

  @BeforeAll
  static void start() throws Exception {
    network = new Namespaces();
    portal = new PortalOfTest();
    agent =
        new AgentOfTest(
            network, folder, portal.port(), SignedState.KEYS.getPublic(), PortalOfTest.TOKEN);
    portal.offer(whole(42, HELD));
    agent.ends(0);
    before = everything();
  }

  @AfterAll
  static void stop() {
    if (agent != null) {
      agent.close();
      portal.close();
    }
    if (network != null) {
      network.close();
    }
  }

  @BeforeEach
  void noReports() {
    while (portal.next() != null) {
      // of a test before this one
    }
  }

  /** With the handles: nothing was loaded again either. */
  private static String everything() throws Exception {
    return network.nft("-a", "-s", "list", "table", "inet", "port25")
        + Files.readString(agent.state().resolve("state"));
  }

  private static void assertRefused(byte[] document, String message) throws Exception {
    portal.offer(document, "\"43-enforce\"");
    assertEquals(3, agent.once(), () -> agent.said() + "");
    var report = portal.await("refused");
    assertEquals("42", report.generation());
    assertTrue(report.message().contains(message), report.message());
    assertEquals(before, everything());
  }

  static Stream<Arguments> malformed() {
    var replacements =
        new String[][] {
          {"poort25-state 2", "poort25-state 3", "not a state"},
          {"poort25-state 2", "poort25-state 1", "not a state"},
          {"point 7", "point 8", "another point"},
          {"point 7", "point 07", "another point"},
          {"FIREWALL", "RELAY", "not for a firewall"},
          {"generation 43", "generation 41", "older"},
          {"generation 43", "generation 043", "generation is malformed"},
          {"generation 43", "generation -1", "generation is malformed"},
          {"generation 43", "generation 43000000000000000", "generation is malformed"},
          {"mode enforce", "mode flush", "mode is malformed"},
          {"mode enforce 86\n", "", "mode is malformed"},
          {"mode enforce 86", "mode enforce", "mode is malformed"},
          {"mode enforce 86", "mode enforce 086", "mode is malformed"},
          {"mode enforce 86", "mode enforce 8600000000000000", "mode is malformed"},
          {"whole 2", "whole 3", "not complete"},
          {"whole 2", "whole 1", "not complete"},
          {"whole 2", "whole 02", "line 6"},
          {"whole 2", "delta 41 2", "not in force"},
          {"open 192", "open  192", "line 8"},
          {"open 192.0.2.10\n", "open 192.0.2.10\r\n", "line 8"},
          {"open 192.0.2.10", "open 192.0.2.10/24", "line 8"},
          {"open 192.0.2.10", "open 192.0.2.300", "line 8"},
          {"open 192.0.2.10", "open localhost", "line 8"},
          {"open 192.0.2.10", "open 192.0.2.10 }; flush ruleset", "line 8"},
          {"open 192.0.2.10", "open 2001:DB8::9", "line 8"},
          {"open 192.0.2.10", "pass 203.0.113.0/24", "line 8"},
          {"open 192.0.2.10", "+open 192.0.2.10", "line 8"},
          {"open 192.0.2.10", "domain klant.nl 192.0.2.25", "line 8"},
          {"open 192.0.2.10", "inside 192.0.2.0/24", "twice"},
          {"open 192.0.2.10", "signature 192.0.2.10", "after the signature"},
          {"open 192.0.2.10\n", "open 192.0.2.10\n\n", "line 9"},
        };
    return Arrays.stream(replacements)
        .map(row -> Arguments.of(GOOD.replace(row[0], row[1]), row[2]));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void aSignedDocumentThatIsMalformedIsRefused(String text, String message) throws Exception {
    assertRefused(signed(text, SignedState.KEYS), message);
  }

  static Stream<Arguments> malformedDifferences() {
    return Stream.of(
        Arguments.of(List.of("+open 192.0.2.10", "-open 192.0.2.9"), "line 8"),
        Arguments.of(List.of("open 192.0.2.10"), "line 7"),
        Arguments.of(List.of("+ open 192.0.2.10"), "line 7"),
        Arguments.of(List.of("-open 192.0.2.9/32"), "line 7"));
  }

  @ParameterizedTest
  @MethodSource("malformedDifferences")
  void aDifferenceThatIsMalformedIsRefused(List<String> lines, String message) throws Exception {
    assertRefused(delta(42, 43, lines).signed(), message);
  }

  @Test
  void aDifferenceFromAnotherStateIsRefused() throws Exception {
    assertRefused(delta(40, 43, List.of("+open 192.0.2.10")).signed(), "not in force");
    assertRefused(
        delta(42, 42, List.of("+open 192.0.2.10")).numbered(86).signed(), "changes a generation");
  }

  /** Who has recorded it would switch enforcing off: it is signed, and of the same generation. */
  @Test
  void aDocumentOfBeforeThatIsSentAgainIsRefused() throws Exception {
    assertRefused(whole(42, HELD).observed().numbered(83).signed(), "document 83 after 8");
    assertRefused(whole(43, HELD).observed().numbered(1).signed(), "it was sent again");
    assertRefused(delta(42, 43, List.of("+open 192.0.2.10")).numbered(83).signed(), "sent again");
    assertTrue(Files.readString(agent.state().resolve("mode")).startsWith("enforce 8"));
  }

  /** As one of a database that was restored from a copy, and numbers again. */
  @Test
  void aDocumentThatSaysOtherwiseUnderTheSameNumberIsRefused() throws Exception {
    long held =
        Long.parseLong(Files.readString(agent.state().resolve("mode")).strip().split(" ")[1]);
    assertRefused(whole(43, HELD).observed().numbered(held).signed(), "said otherwise before");
  }

  @Test
  void whatIsNotSignedWithThePinnedKeyIsRefused() throws Exception {
    assertRefused(signed(GOOD, SignedState.keys()), "not signed");
    assertRefused(GOOD.getBytes(US_ASCII), "not signed");
    byte[] altered = signed(GOOD, SignedState.KEYS);
    altered[GOOD.length() - 2] = '1';
    assertRefused(altered, "not signed");
    assertRefused(new byte[0], "not signed");
  }

  @Test
  void aTruncatedDocumentIsRefused() throws Exception {
    byte[] all = signed(GOOD, SignedState.KEYS);
    assertRefused(Arrays.copyOf(all, all.length - 1), "not complete");
    var random = new Random(25);
    for (int i = 0; i < 10; i++) {
      assertRefused(Arrays.copyOf(all, random.nextInt(all.length - 1)), "not ");
    }
  }

  @Test
  void anythingAfterTheSignatureIsRefused() throws Exception {
    String all = new String(signed(GOOD, SignedState.KEYS), US_ASCII);
    assertRefused((all + "open 0.0.0.0\n").getBytes(US_ASCII), "not signed");
    assertRefused((all + "\0").getBytes(US_ASCII), "not signed");
  }

  @Test
  void aStateThatNftablesRefusesChangesNothing() throws Exception {
    portal.offer(whole(43, List.of("inside 192.0.2.0/24", "inside 192.0.0.0/16")));
    agent.ends(4);
    assertEquals("42", portal.await("failed").generation());
    assertEquals(before, everything());
  }

  @Test
  void aForeignChangeIsUndoneThoughThePortalSendsNothingGood() throws Exception {
    String table = network.nft("-s", "list", "table", "inet", "port25");
    network.nft("add", "element", "inet", "port25", "open4", "{ 198.51.100.99 }");
    portal.offer(GOOD.getBytes(US_ASCII), "\"43-enforce\"");
    agent.ends(3);
    assertTrue(portal.await("drifted").readback().contains("198.51.100.99"));
    portal.await("refused");
    assertEquals(table, network.nft("-s", "list", "table", "inet", "port25"));
    before = everything(); // loaded again
  }
}
