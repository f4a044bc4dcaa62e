package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static nl.poort25.enforcement.SignedState.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of the agent that a disk, a power cut or a hand has damaged: it goes on, opens nothing. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(240)
class AgentDamageIT extends FirewallWithAgent {
  private static final String BLOCKED = "192.0.2.66";
  private static final List<String> BEFORE =
      List.of("inside 192.0.2.0/24", "open " + BLOCKED, "open 192.0.2.9");
  private static final List<String> NOW =
      List.of("inside 192.0.2.0/24", "open 192.0.2.8", "open 192.0.2.9");

  /** What becomes of a file. */
  enum Damage {
    EMPTY,
    CUT,
    BINARY,
    FOLDER,
    GONE;

    void doTo(Path file) throws IOException {
      byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
      Files.deleteIfExists(file);
      switch (this) {
        case EMPTY -> Files.createFile(file);
        case CUT -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        case BINARY -> Files.write(file, new byte[] {0, 1, (byte) 0xff, '\n', 0, '(', '$', '`'});
        case FOLDER -> Files.createDirectories(file.resolve("lost"));
        default -> {} // it is gone
      }
    }
  }

  @BeforeEach
  void start() throws Exception {
    portal.offer(whole(41, BEFORE));
    agent.ends(0);
    portal.offer(whole(42, NOW));
    agent.ends(0);
    while (portal.next() != null) {
      // of these two
    }
  }

  /** A file, and what becomes of it. */
  private record Damaged(String file, Damage damage) {}

  private static Stream<Damaged> ownFiles() {
    var all = new ArrayList<Damaged>();
    for (var damage : Damage.values()) {
      all.add(new Damaged("state", damage));
    }
    for (String file : List.of("sums", "mode", "applied", "next")) {
      all.add(new Damaged(file, Damage.BINARY));
      all.add(new Damaged(file, Damage.FOLDER));
    }
    all.add(new Damaged("mode", Damage.EMPTY));
    all.add(new Damaged("mode", Damage.CUT));
    all.add(new Damaged("sums", Damage.CUT));
    for (String file : List.of("state.last", "reported", "frame", "key", "looks", "lock")) {
      all.add(new Damaged(file, Damage.FOLDER));
    }
    all.add(new Damaged("looks", Damage.BINARY));
    all.add(new Damaged("told", Damage.BINARY));
    return all.stream();
  }

  /**
   * While the portal is away, which is when such things happen; then it comes back. One after the
   * other, since each is mended before the next.
   */
  @TestFactory
  Stream<DynamicTest> aDamagedFileOfItsOwnOpensNothingAndIsMended() {
    return ownFiles()
        .map(one -> dynamicTest(one.toString(), () -> assertMended(one.file(), one.damage())));
  }

  private void assertMended(String file, Damage damage) throws Exception {
    String before = table();
    damage.doTo(agent.state().resolve(file));
    portal.down(true);
    assertEquals(2, agent.once() & 2, () -> agent.said() + "");
    assertEquals(before, table());
    portal.down(false);
    assertEquals(0, agent.once(), () -> agent.said() + "");
    assertEquals(before, table());
    assertEquals(0, agent.once(), () -> agent.said() + "");
    assertEquals(
        "generation 42\n" + String.join("\n", NOW) + "\n",
        Files.readString(agent.state().resolve("state")));
    assertTrue(Files.readString(agent.state().resolve("mode")).matches("enforce 84\n"));
  }

  @Test
  void thePortalIsToldOfADamagedState() throws Exception {
    Damage.CUT.doTo(agent.state().resolve("state"));
    agent.ends(0);
    var report = portal.await("applied");
    assertTrue(report.message().contains("its file of the state was damaged"), report.message());
    assertEquals("42", report.generation());
  }

  /** A line that is missing at the end: each that is left is well-formed. */
  @Test
  void aStateThatLostAWholeLineIsNoState() throws Exception {
    String before = table();
    Files.writeString(agent.state().resolve("state"), "generation 42\nopen 192.0.2.8\n");
    portal.down(true);
    agent.once();
    assertEquals(before, table(), "without inside all would be open");
  }

  /** After a reboot the state before is better than none: with none all is open. */
  @Test
  void whereNothingIsInForceTheStateBeforeIs() throws Exception {
    Damage.CUT.doTo(agent.state().resolve("state"));
    network.nft("delete", "table", "inet", "port25");
    portal.down(true);
    agent.once();
    assertTrue(table().contains("generation 41"), table());
    portal.down(false);
    assertEquals(0, agent.once(), () -> agent.said() + "");
    assertTrue(table().contains("generation 42"), table());
    assertFalse(table().contains(BLOCKED), table());
  }

  /** Nor is a state of before believed that is sent again then. */
  @Test
  void whatIsOlderThanWhatWasHeldIsRefusedAllTheSame() throws Exception {
    String before = table();
    Damage.EMPTY.doTo(agent.state().resolve("state"));
    portal.offer(whole(41, BEFORE).numbered(84));
    assertEquals(3, agent.once(), () -> agent.said() + "");
    assertEquals(before, table());
  }

  /** One that only observed before enforces now, and nobody can say otherwise. */
  @Test
  void aDamagedModeDoesNotEndEnforcing() throws Exception {
    portal.offer(whole(43, NOW).observed());
    agent.ends(0);
    portal.offer(whole(44, NOW));
    agent.ends(0);
    Damage.BINARY.doTo(agent.state().resolve("mode"));
    network.nft("delete", "table", "inet", "port25");
    portal.down(true);
    agent.once();
    assertTrue(table().contains("generation 44"), table());
    portal.down(false);
    assertEquals(0, agent.once(), () -> agent.said() + "");
    assertEquals("enforce 88\n", Files.readString(agent.state().resolve("mode")));
  }

  /** What an agent of before version 5 has left is no damage. */
  @Test
  void anOlderAgentsFilesAreGoneOnWith() throws Exception {
    String before = table();
    for (String newer : List.of("sums", "state.last", "mode.last")) {
      Files.deleteIfExists(agent.state().resolve(newer));
    }
    Files.writeString(agent.state().resolve("mode"), "enforce\n");
    portal.down(true);
    agent.once();
    assertEquals(before, table());
    assertFalse(agent.said().toString().contains("damaged"), "" + agent.said());
    portal.down(false);
    assertEquals(0, agent.once(), () -> agent.said() + "");
    assertEquals(before, table());
  }

  private void assertGoesOnWith(String file, Damage damage) throws Exception {
    byte[] good = Files.readAllBytes(folder.resolve(file));
    damage.doTo(folder.resolve(file));
    assertEquals(4, agent.once(), () -> agent.said() + "");
    var report = portal.await("failed");
    assertTrue(report.message().contains(file + " is missing or damaged"), report.message());
    portal.offer(whole(43, NOW));
    agent.once();
    assertTrue(table().contains("generation 43"), "it takes what is new");
    if (damage == Damage.FOLDER) {
      Files.delete(folder.resolve(file).resolve("lost"));
    }
    Files.deleteIfExists(folder.resolve(file));
    Files.write(folder.resolve(file), good);
    assertEquals(0, agent.once(), () -> agent.said() + "");
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void aDamagedTokenIsTakenFromItsCopyAndTold(Damage damage) throws Exception {
    assertGoesOnWith("curl.conf", damage);
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT", "FOLDER"})
  void aDamagedKeyIsTakenFromItsCopyAndTold(Damage damage) throws Exception {
    assertGoesOnWith("portal.pem", damage);
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT", "FOLDER"})
  void aDamagedConfigurationIsTakenFromItsCopyAndTold(Damage damage) throws Exception {
    assertGoesOnWith("agent.conf", damage);
  }

  /** It cannot ask, but what is in force is kept in force. */
  @Test
  void withNoCopyEitherTheTableIsKept() throws Exception {
    String before = table();
    for (Path file :
        List.of(folder.resolve("curl.conf"), agent.state().resolve("kept/curl.conf"))) {
      Damage.BINARY.doTo(file);
    }
    network.nft("delete", "table", "inet", "port25");
    assertEquals(2, agent.once() & 2, () -> agent.said() + "");
    assertEquals(before, table());
    assertTrue(agent.said().toString().contains("has no line with a token"), "" + agent.said());
  }

  @Test
  void thePortalIsNotAskedWithoutTlsUnlessItIsOnThisHost() throws Exception {
    for (String portal :
        List.of(
            "http://portal.example",
            "http://192.0.2.1:8080",
            "http://127.0.0.1.evil.example",
            "http://127.evil.example",
            "http://localhost.evil.example",
            "HTTP://portal.example",
            "http://127.0.0.1@evil.example/")) {
      Files.writeString(
          folder.resolve("agent.conf"), "portal %s\npoint 7\nkind firewall\n".formatted(portal));
      Files.deleteIfExists(agent.state().resolve("kept/agent.conf"));
      assertEquals(2, agent.once() & 2, portal);
      assertTrue(agent.said().stream().anyMatch(line -> line.contains("is not asked")), portal);
    }
    assertEquals(null, portal.next());
    for (String portal : List.of("http://localhost:1", "http://[::1]:1", "http://127.0.0.1")) {
      Files.writeString(
          folder.resolve("agent.conf"), "portal %s\npoint 7\nkind firewall\n".formatted(portal));
      assertEquals(0, agent.once(), () -> portal + agent.said());
    }
  }

  /** A first start has nothing to keep: it ends, and says what to write. */
  @Test
  void aNewPointWithoutTlsDoesNotStart() throws Exception {
    var fresh = Files.createDirectory(folder.resolve("fresh"));
    try (var another =
        new AgentOfTest(
            network, fresh, portal.port(), SignedState.KEYS.getPublic(), PortalOfTest.TOKEN)) {
      Files.writeString(
          fresh.resolve("agent.conf"), "portal http://portal.example\npoint 7\nkind firewall\n");
      another.ends(1);
      assertTrue(another.said().toString().contains("write https://"), "" + another.said());
    }
  }

  private static byte[] changeOfKey(java.security.KeyPair from, java.security.KeyPair to) {
    return SignedState.signed(
        "poort25-key 1\nfrom %s\nto %s\npublic %s\n"
            .formatted(
                SignedState.fingerprint(from),
                SignedState.fingerprint(to),
                java.util.Base64.getEncoder().encodeToString(to.getPublic().getEncoded())),
        from);
  }

  /** One that was away for two changes gets both, one after the other. */
  @Test
  void aNewKeyIsTakenThatThePinnedOneHasSigned() throws Exception {
    var second = SignedState.keys();
    var third = SignedState.keys();
    portal.offerKey(
        SignedState.fingerprint(SignedState.KEYS), changeOfKey(SignedState.KEYS, second));
    portal.offerKey(SignedState.fingerprint(second), changeOfKey(second, third));
    portal.offer(SignedState.signed(whole(43, NOW).text(), third), "\"43\"");
    assertEquals(0, agent.once(), () -> agent.said() + "");
    assertTrue(table().contains("generation 43"));
    assertEquals(SignedState.fingerprint(third), portal.key());
    // what the first one signs is nothing any more, also after a start with a damaged file
    portal.offer(SignedState.signed(whole(44, NOW).text(), SignedState.KEYS), "\"44\"");
    agent.ends(3);
    Damage.BINARY.doTo(agent.state().resolve("key"));
    portal.offer(SignedState.signed(whole(44, NOW).text(), third), "\"44\"");
    assertEquals(0, agent.once(), () -> agent.said() + "");
    assertTrue(table().contains("generation 44"));
  }

  @Test
  void aNewKeyThatThePinnedOneHasNotSignedIsRefused() throws Exception {
    var stranger = SignedState.keys();
    String pinned = SignedState.fingerprint(SignedState.KEYS);
    String good = new String(changeOfKey(SignedState.KEYS, stranger), US_ASCII);
    String text = good.substring(0, good.indexOf("signature "));
    for (byte[] change :
        List.of(
            SignedState.signed(text, stranger),
            SignedState.signed(
                text.replace(SignedState.fingerprint(stranger), pinned), SignedState.KEYS),
            SignedState.signed(
                text.replace("from " + pinned, "from " + "0".repeat(64)), SignedState.KEYS),
            SignedState.signed(text + "public x\n", SignedState.KEYS),
            SignedState.signed(text.replace("public ", "public $("), SignedState.KEYS),
            good.substring(0, good.length() / 2).getBytes(US_ASCII))) {
      portal.offerKey(pinned, change);
      assertEquals(3, agent.once(), () -> agent.said() + "");
      portal.await("refused");
      assertEquals(pinned, portal.key());
      assertFalse(Files.exists(agent.state().resolve("key")));
    }
  }

  /**
   * The lines of the token's page put another key there: it counts, not what came of the old one.
   */
  @Test
  void whatIsInstalledAnewCounts() throws Exception {
    var second = SignedState.keys();
    var other = SignedState.keys();
    portal.offerKey(
        SignedState.fingerprint(SignedState.KEYS), changeOfKey(SignedState.KEYS, second));
    portal.offer(SignedState.signed(whole(43, NOW).text(), second), "\"43\"");
    agent.ends(0);
    Files.writeString(folder.resolve("portal.pem"), AgentOfTest.pem(other.getPublic()));
    portal.offer(SignedState.signed(whole(44, NOW).text(), other), "\"44\"");
    assertEquals(0, agent.once(), () -> agent.said() + "");
    assertTrue(table().contains("generation 44"));
  }
}
