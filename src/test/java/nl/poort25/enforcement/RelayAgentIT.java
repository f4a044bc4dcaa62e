package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.poort25.it.Trials;
import nl.poort25.point.Agent;
import nl.poort25.state.Postfix;
import nl.poort25.state.RelayLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent of a relay with a real Postfix and a portal of the test's own. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(300)
class RelayAgentIT {
  private static final String RELAY = "192.0.2.25";
  private static final String OUTSIDE = "198.51.100.7";
  private static final String STORE = "192.0.2.9";
  private static final List<String> OLD =
      List.of(
          "deny 198.51.100.8 AB-2026-0008",
          "domain klant.nl 192.0.2.9",
          "domain weg.nl 192.0.2.9",
          "mailstore pop.nl",
          "recipient info@pop.nl",
          "recipient weg@pop.nl",
          "store 192.0.2.9");
  private static final List<String> NEW =
      List.of(
          "deny 198.51.100.8 AB-2026-0009",
          "domain klant.nl 192.0.2.9",
          "domain nieuw.nl 192.0.2.9",
          "mailstore pop.nl",
          "recipient info@pop.nl",
          "recipient nieuw@pop.nl",
          "store 192.0.2.9");
  private static final List<String> CHANGE =
      List.of(
          "-deny 198.51.100.8 AB-2026-0008",
          "-domain weg.nl 192.0.2.9",
          "-recipient weg@pop.nl",
          "+deny 198.51.100.8 AB-2026-0009",
          "+domain nieuw.nl 192.0.2.9",
          "+recipient nieuw@pop.nl");
  private static final String GOOD = whole(43, NEW).text();

  /** What of a good state, what instead of it, and what is said of that. */
  private static final String[][] MALFORMED = {
    {"RELAY", "FIREWALL", "not for a relay"},
    {"generation 43", "generation 41", "older"},
    {"whole 7", "whole 8", "not complete"},
    {"domain nieuw.nl", "domain Nieuw.nl", "line 9"},
    {"domain nieuw.nl", "domain .nieuw.nl", "line 9"},
    {"nieuw.nl 192.0.2.9", "nieuw.nl 192.0.2.9 # x", "line 9"},
    {"nieuw.nl 192.0.2.9", "nieuw.nl mail.nieuw.nl", "line 9"},
    {"domain nieuw.nl 192.0.2.9", "open 192.0.2.9", "line 9"},
    {"nieuw@pop.nl", "#nieuw@pop.nl", "line 12"},
    {"198.51.100.8 AB", "198.51.100.8/24 AB", "line 7"},
    {"domain nieuw.nl", "domain pop.nl", "pop.nl twice"},
    {"recipient nieuw@pop.nl", "store 192.0.2.10", "two stores"},
    {"domain nieuw.nl 192.0.2.9", "postmaster Beheer@klant.nl", "line 9"},
    {"store 192.0.2.9", "store pop.routit.net", "line 13"},
  };

  private static final int NAMES = Trials.of(50_000);
  private static final int KILLS = Trials.of(20);

  private static Namespaces network;
  private static Namespaces.Talk servers;
  private static RealPostfix postfix;
  @TempDir private Path folder;
  private PortalOfTest portal;
  private AgentOfTest agent;

  @BeforeAll
  static void network() throws IOException {
    network = new Namespaces();
    servers = network.talk("inside", MailServer.class, STORE);
    assertEquals("listening", servers.hear());
    assertEquals("listening", network.talk("inside", MxOfAll.class, "relay.example", RELAY).hear());
    // of an earlier state: a daemon that finds no table is not started again for a minute
    postfix = new RealPostfix(network, "relay.example", RELAY, Postfix.files(0, List.of()));
    Files.createDirectory(postfix.config().resolve("port25.d"));
    Files.move(link(), postfix.config().resolve("port25.d/0"));
    Files.createSymbolicLink(link(), Path.of("port25.d/0"));
  }

  @AfterAll
  static void noNetwork() throws IOException {
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

  @BeforeEach
  void start() throws IOException {
    portal = new PortalOfTest();
    agent = agent(Map.of());
  }

  private AgentOfTest agent(Map<String, String> more) throws IOException {
    var environment = new HashMap<>(more);
    environment.put("MAIL_CONFIG", postfix.config().toString());
    return new AgentOfTest(network, folder, portal, Agent.RELAY, "inside", environment);
  }

  @AfterEach
  void stop() {
    agent.close();
    portal.close();
  }

  private static SignedState whole(long generation, List<String> lines) {
    return SignedState.whole(generation, lines).to("RELAY");
  }

  private static SignedState delta(long from, long generation, List<String> lines) {
    return SignedState.delta(from, generation, lines).to("RELAY");
  }

  private static Path link() {
    return postfix.config().resolve("port25");
  }

  /** The tables in force as they were written, by the names of their files. */
  private static SortedMap<String, String> tables() throws IOException {
    var tables = new TreeMap<String, String>();
    try (var files = Files.list(link())) {
      for (var file : files.filter(file -> !file.toString().endsWith(".db")).toList()) {
        tables.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return tables;
  }

  private static SortedMap<String, String> written(long generation, List<String> lines) {
    return Postfix.files(generation, lines.stream().map(RelayLine::parse).toList());
  }

  private static String readback(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private static String said(String from, String recipient) {
    var caller = network.call("outside", from, RELAY);
    try {
      String said = caller.hear();
      for (String line :
          List.of(
              "HELO x.example", "MAIL FROM:<a@elders.example>", "RCPT TO:<" + recipient + ">")) {
        caller.say(line);
        said = caller.hear();
      }
      return said;
    } finally {
      caller.end();
    }
  }

  private static void assertSaid(String start, String recipient) {
    String said = said(OUTSIDE, recipient);
    assertTrue(said.startsWith(start), recipient + ": " + said);
  }

  private void applied() throws Exception {
    portal.offer(whole(42, OLD));
    agent.ends(0);
    assertEquals("applied", portal.next().outcome());
  }

  @Test
  void aWholeStateIsAppliedReadBackAndReported() throws Exception {
    portal.offer(whole(42, OLD));
    agent.ends(0);
    var report = portal.next();
    assertEquals("applied", report.outcome(), report.message());
    assertEquals("42", report.generation());
    assertEquals(readback(OLD), report.readback());
    assertEquals(written(42, OLD), tables());
    assertSaid("250 ", "jan@klant.nl");
    assertSaid("250 ", "info@pop.nl");
    assertSaid("554 5.7.1", "jan@nieuw.nl");
    String denied = said("198.51.100.8", "jan@klant.nl");
    assertTrue(denied.startsWith("550 5.7.1 ") && denied.contains("AB-2026-0008"), denied);
    agent.ends(0);
    assertEquals("kept", portal.next().outcome());
  }

  @Test
  void aDifferenceIsApplied() throws Exception {
    applied();
    portal.offer(whole(44, NEW), delta(42, 44, CHANGE));
    try (var run = agent.start("run")) {
      run.awaitLog("generation 44 is in force");
      var report = portal.await("applied");
      assertEquals(readback(NEW), report.readback());
      assertEquals(RealPostfix.rows(written(44, NEW)), postfix.rows());
    }
    assertSaid("250 ", "jan@nieuw.nl");
    assertSaid("554 5.7.1", "jan@weg.nl");
    assertSaid("550 5.1.1", "weg@pop.nl");
    String denied = said("198.51.100.8", "jan@klant.nl");
    assertTrue(denied.contains("AB-2026-0009"), denied);
  }

  /** By hand, as an administrator does. */
  private static void alter(String table, String text) throws IOException {
    Path file = Files.writeString(link().resolve(table), text);
    if (Postfix.INDEXED.contains(table)) {
      postfix.index(file);
    }
  }

  @Test
  void whoOnlyObservesChangesNothing() throws Exception {
    applied();
    var before = tables();
    portal.offer(whole(43, NEW).observed());
    agent.ends(0);
    assertEquals("observed", portal.next().outcome());
    alter(Postfix.RELAY_DOMAINS, "vreemd.nl OK\n");
    agent.ends(0);
    var report = portal.next();
    assertEquals("observed", report.outcome());
    assertTrue(report.readback().contains("!relay_domains vreemd.nl OK\n"), report.readback());
    assertEquals("vreemd.nl OK\n", tables().get(Postfix.RELAY_DOMAINS));
    assertEquals(before.get(Postfix.TRANSPORT), tables().get(Postfix.TRANSPORT));
  }

  /** One after the other, since each ends as it began. */
  @TestFactory
  Stream<DynamicTest> aTableThatIsAlteredByHandIsShownAndRestored() throws Exception {
    applied();
    return Stream.of(
            List.of("relay_domains", "vreemd.nl OK\n", "!relay_domains vreemd.nl OK"),
            List.of("transport", "klant.nl relay:[192.0.2.66]:25\n", "!transport klant.nl relay"),
            List.of("relay_recipients", "x@pop.nl OK\n", "!relay_recipients x@pop.nl OK"),
            List.of("denied.cidr", "0.0.0.0/0 OK\n", "!denied.cidr 0.0.0.0/0 OK"),
            List.of("denied.cidr", "!192.0.2.0/24 OK\n", "!denied.cidr !192.0.2.0/24 OK"),
            List.of("denied.cidr", "198.51.100.8/32 DUNNO\n", "!denied.cidr 198.51.100.8/32"))
        .map(
            altered ->
                dynamicTest(
                    altered.get(2),
                    () -> assertShownAndRestored(altered.get(0), altered.get(1), altered.get(2))));
  }

  private void assertShownAndRestored(String table, String added, String shown) throws Exception {
    alter(table, added + Files.readString(link().resolve(table)));
    agent.ends(0);
    var drifted = portal.await("drifted");
    assertTrue(drifted.readback().contains(shown), drifted.readback());
    var restored = portal.await("restored");
    assertEquals(readback(OLD), restored.readback());
    assertEquals(written(42, OLD), tables());
  }

  @Test
  void aLinkThatIsTakenAwayComesBackWhileThePortalIsAway() throws Exception {
    applied();
    Files.delete(link());
    portal.down(true);
    agent.ends(2);
    assertEquals(written(42, OLD), tables());
  }

  /** One after the other, since none of them changes anything. */
  @TestFactory
  Stream<DynamicTest> whatIsMalformedIsRefused() throws Exception {
    applied();
    return Arrays.stream(MALFORMED)
        .map(row -> dynamicTest(row[1], () -> assertRefused(GOOD.replace(row[0], row[1]), row[2])));
  }

  private void assertRefused(String text, String message) throws Exception {
    Path before = Files.readSymbolicLink(link());
    portal.offer(SignedState.signed(text, SignedState.KEYS), "\"43-enforce\"");
    agent.ends(3);
    var report = portal.await("refused");
    assertTrue(report.message().contains(message), report.message());
    assertEquals(before, Files.readSymbolicLink(link()));
    assertEquals(written(42, OLD), tables());
  }

  @Test
  void whatIsNotSignedWithThePinnedKeyIsRefused() throws Exception {
    applied();
    for (byte[] document :
        List.of(SignedState.signed(GOOD, SignedState.keys()), GOOD.getBytes(US_ASCII))) {
      portal.offer(document, "\"43-enforce\"");
      agent.ends(3);
      assertTrue(portal.await("refused").message().contains("not signed"));
      assertEquals(written(42, OLD), tables());
    }
  }

  @Test
  void whatPostfixRefusesChangesNothing() throws Exception {
    applied();
    for (String verb : List.of("check", "reload")) {
      agent.close();
      Files.delete(folder.resolve("portal"));
      agent = agent(Map.of("PATH", refusing(verb) + ":" + System.getenv("PATH")));
      portal.offer(whole(43, NEW));
      agent.ends(4);
      var report = portal.await("failed");
      assertEquals("42", report.generation());
      assertTrue(report.message().contains("postfix " + verb), report.message());
      assertEquals(written(42, OLD), tables());
    }
  }

  /** A folder with a Postfix that refuses that. */
  private Path refusing(String verb) throws IOException {
    Path file = Files.createDirectories(folder.resolve(verb)).resolve("postfix");
    Files.writeString(
        file,
        "#!/bin/sh\n[ \"$1\" != %s ] || exit 1\nexec /usr/sbin/postfix \"$@\"\n".formatted(verb));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file.getParent();
  }

  /** From where nobody may send to all: what is asked shows the difference. */
  @Test
  void whatTheFirstStateBringsIsAskedForToo() throws Exception {
    Path main = postfix.config().resolve(Postfix.MAIN);
    String text = Files.readString(main);
    try {
      Files.writeString(
          main, text.replace("mynetworks = 192.0.2.0/24", "mynetworks = 127.0.0.0/8"));
      postfix.reload();
      portal.offer(whole(42, OLD));
      agent.ends(0);
      assertEquals("applied", portal.next().outcome());
    } finally {
      Files.writeString(main, text);
      postfix.reload();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "^transport_maps, # transport_maps, !transport_maps does not use port25/transport",
    "check_client_access cidr, 'check_client_access cidr:/etc/first, check_client_access cidr',"
        + " !smtpd_relay_restrictions asks cidr:/etc/first before port25/denied.cidr"
  })
  void aMainCfThatDoesNotUseTheTablesIsAFailure(String part, String instead, String shown)
      throws Exception {
    Path main = postfix.config().resolve(Postfix.MAIN);
    String text = Files.readString(main);
    try {
      Files.writeString(main, text.replaceAll("(?m)" + part, instead));
      portal.offer(whole(42, OLD));
      agent.ends(4);
      var report = portal.await("failed"); // perhaps with the read-back of the report before
      assertTrue(report.message().startsWith("main.cf lacks lines"), report.message());
      String readBack = Files.readString(agent.state().resolve("readback"));
      assertTrue(readBack.contains(shown + "\n"), readBack);
      Path before = Files.readSymbolicLink(link());
      agent.ends(4);
      assertEquals(before, Files.readSymbolicLink(link()), "no table mends that");
    } finally {
      Files.writeString(main, text);
    }
    agent.ends(0);
    portal.await("restored");
    assertEquals(readback(OLD), Files.readString(agent.state().resolve("readback")));
  }

  /** Nothing is relayed otherwise for it, so that nothing fails. */
  @ParameterizedTest
  @CsvSource({
    "address_verify_negative_expire_time = 120s, address_verify_negative_expire_time = 3d,"
        + " 'address_verify_negative_expire_time is 3d in main.cf, 120s in port25/main.cf'",
    "address_verify_negative_refresh_time = 60s, address_verify_negative_refresh_time = 1m, ''",
    "unverified_recipient_reject_code = 550, unverified_recipient_reject_code = 450,"
        + " 'unverified_recipient_reject_code is 450 in main.cf, 550 in port25/main.cf'"
  })
  void whatMainCfHasOtherwiseWithoutHarmIsTold(String part, String instead, String said)
      throws Exception {
    applied();
    Path main = postfix.config().resolve(Postfix.MAIN);
    String text = Files.readString(main);
    try {
      Files.writeString(main, text.replace(part, instead));
      agent.ends(0);
      var report = portal.await("kept");
      assertEquals(said, report.message());
    } finally {
      Files.writeString(main, text);
    }
  }

  @Test
  void bothFormsOfANameAndTheAliasesAreReadBack() throws Exception {
    var lines =
        List.of(
            "domain xn--bcher-kva.example 192.0.2.9",
            "mailstore pop.nl",
            "postmaster beheer@klant.nl",
            "recipient info@pop.nl",
            "store 192.0.2.9");
    portal.offer(whole(42, lines));
    agent.ends(0);
    var report = portal.next();
    assertEquals("applied", report.outcome(), report.message());
    assertEquals(readback(lines), report.readback());
    assertEquals(written(42, lines), tables());
    assertSaid("250 ", "abuse@pop.nl");
    alter(Postfix.ALIASES, "postmaster@pop.nl vreemd@elders.example\n");
    agent.ends(0);
    var drifted = portal.await("drifted");
    assertTrue(drifted.readback().contains("!aliases postmaster@pop.nl vreemd@elders.example\n"));
    assertEquals(readback(lines), portal.await("restored").readback());
  }

  @Test
  void fiveGenerationsAreKept() throws Exception {
    for (int i = 42; i < 50; i++) {
      portal.offer(whole(i, OLD));
      agent.ends(0);
    }
    try (var kept = Files.list(postfix.config().resolve("port25.d"))) {
      assertEquals(5, kept.count());
    }
    assertEquals(written(49, OLD), tables());
  }

  @Test
  void aKilledAgentLeavesTheOldTablesOrTheNewAndTheNextOneEndsRight() throws Exception {
    var states = List.of(NEW, OLD);
    portal.offer(whole(1, OLD));
    agent.ends(0);
    portal.offer(whole(2, NEW));
    long start = System.nanoTime();
    agent.ends(0);
    long turn = System.nanoTime() - start;
    var random = new Random(25);
    int changed = 0;
    for (int i = 3; i < 3 + KILLS; i++) {
      var old = written(i - 1, states.get((i - 1) % 2));
      var now = written(i, states.get(i % 2));
      portal.offer(whole(i, states.get(i % 2)));
      var run = agent.start("once");
      // the moment is what is tried out here
      boolean ended =
          run.process().waitFor((long) (random.nextDouble() * turn), TimeUnit.NANOSECONDS);
      run.kill();
      var left = tables();
      assertTrue(left.equals(old) || left.equals(now), i + ", ended: " + ended);
      changed += left.equals(now) && !ended ? 1 : 0;
      agent.ends(0);
      assertEquals(now, tables());
    }
    System.out.printf("killed %d times, %d of them after the change%n", KILLS, changed);
  }

  @Test
  void manyNamesAreAppliedInReasonableTime() throws Exception {
    var names =
        new ArrayList<>(
            IntStream.range(0, NAMES).mapToObj("domain k%05d.nl 192.0.2.9"::formatted).toList());
    portal.offer(whole(1, names));
    long start = System.nanoTime();
    agent.ends(0);
    double applied = (System.nanoTime() - start) / 1e9;
    System.out.printf("%d names: %.1f s%n", NAMES, applied);
    assertEquals(readback(names), portal.await("applied").readback());
    names.add("domain z.nl 192.0.2.9");
    portal.offer(whole(2, names), delta(1, 2, List.of("+domain z.nl 192.0.2.9")));
    start = System.nanoTime();
    try (var run = agent.start("run")) {
      run.awaitLog("generation 2 is in force");
      System.out.printf("one more: in force after %.1f s", (System.nanoTime() - start) / 1e9);
      portal.await("applied");
      System.out.printf(", reported after %.1f s%n", (System.nanoTime() - start) / 1e9);
    }
    assertEquals(RealPostfix.rows(written(2, names)), postfix.rows());
    start = System.nanoTime();
    agent.ends(0);
    double idle = (System.nanoTime() - start) / 1e9;
    System.out.printf("a turn with nothing new: %.1f s%n", idle);
    portal.await("kept");
    assertTrue(idle < applied / 2, idle + " s, but applied in " + applied + " s");
  }
}
