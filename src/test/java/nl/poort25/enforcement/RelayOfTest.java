package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.poort25.point.Agent;
import nl.poort25.state.Postfix;
import nl.poort25.state.RelayLine;

/** A relay on a network of its own with a server behind it, whose tables are of type lmdb. */
final class RelayOfTest implements AutoCloseable {
  static final String STORE = "192.0.2.9";
  private static final String RELAY = "192.0.2.25";
  private final Namespaces network = new Namespaces();
  private final RealPostfix postfix;

  RelayOfTest() throws IOException {
    assertEquals("listening", network.talk("inside", MailServer.class, STORE).hear());
    assertEquals("listening", network.talk("inside", MxOfAll.class, "relay.example", RELAY).hear());
    postfix = new RealPostfix(network, "relay.example", RELAY, Postfix.files(0, List.of()), "lmdb");
    Files.createDirectory(postfix.config().resolve("port25.d"));
    Files.move(link(), postfix.config().resolve("port25.d/0"));
    Files.createSymbolicLink(link(), Path.of("port25.d/0"));
  }

  RealPostfix postfix() {
    return postfix;
  }

  /** The folder in force. */
  Path link() {
    return postfix.config().resolve("port25");
  }

  /**
   * An agent on it.
   *
   * @param folder for its configuration and state
   * @param programs a folder of programs that it finds before those of the system
   */
  AgentOfTest agent(Path folder, PortalOfTest portal, Path programs) throws IOException {
    return new AgentOfTest(
        network,
        folder,
        portal,
        Agent.RELAY,
        "inside",
        Map.of(
            "MAIL_CONFIG",
            postfix.config().toString(),
            "PATH",
            programs + ":" + System.getenv("PATH")));
  }

  static SignedState whole(long generation, Collection<String> lines) {
    return SignedState.whole(generation, lines).to("RELAY");
  }

  /** What makes of the state before the one after. */
  static SignedState difference(
      long generation, Collection<String> before, Collection<String> after) {
    return SignedState.delta(
            generation - 1,
            generation,
            Stream.concat(
                    minus(before, after).map(line -> "-" + line),
                    minus(after, before).map(line -> "+" + line))
                .toList())
        .to("RELAY");
  }

  private static Stream<String> minus(Collection<String> lines, Collection<String> others) {
    var left = new TreeSet<>(lines);
    left.removeAll(new TreeSet<>(others));
    return left.stream();
  }

  static SortedMap<String, String> written(long generation, Collection<String> lines) {
    return Postfix.files(generation, lines.stream().map(RelayLine::parse).toList());
  }

  /** That the tables in force are, row for row, those of these lines. */
  void assertHolds(long generation, Collection<String> lines) throws IOException {
    var files = written(generation, lines);
    assertEquals(RealPostfix.rows(files), postfix.rows());
    for (String file : List.of(Postfix.MAIN, "denied.cidr")) {
      assertEquals(files.get(file), Files.readString(link().resolve(file)));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      postfix.close();
    } finally {
      network.close();
    }
  }
}
