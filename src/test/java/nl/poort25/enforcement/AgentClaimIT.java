package nl.poort25.enforcement;

import static nl.poort25.enforcement.SignedState.delta;
import static nl.poort25.enforcement.SignedState.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import nl.poort25.it.Trials;
import nl.poort25.web.Sha256;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an agent says of the state that it holds, before it is given another: of its file, so that a
 * changed table is not taken for the state of another database.
 */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(120)
class AgentClaimIT {
  private static final String INSIDE = "inside 192.0.2.0/24";
  private static final String OPEN = "open 192.0.2.9";
  private static final String PAIR = "pair 198.51.100.7 192.0.2.10";

  private static String claim(int number, String... lines) {
    return number + "-" + Sha256.hex(String.join("\n", lines) + "\n");
  }

  @Test
  void itSaysNumberAndDigestOfWhatItAppliedLast(@TempDir Path folder) throws Exception {
    try (var network = new Namespaces();
        var portal = new PortalOfTest();
        var agent =
            new AgentOfTest(
                network, folder, portal.port(), SignedState.KEYS.getPublic(), PortalOfTest.TOKEN)) {
      portal.offer(whole(42, List.of(INSIDE, OPEN)));
      agent.ends(0);
      assertEquals("0", portal.claim(), "nothing yet");
      agent.ends(0);
      assertEquals(claim(42, INSIDE, OPEN), portal.claim());

      // a difference, as a point gets that is held: from the state of one history to that of
      // another
      portal.offer(
          whole(45, List.of(INSIDE, PAIR)), delta(42, 45, List.of("-" + OPEN, "+" + PAIR)));
      agent.ends(0);
      agent.ends(0);
      assertEquals(claim(45, INSIDE, PAIR), portal.claim());

      network.nft("add", "element", "inet", "port25", "open4", "{ 192.0.2.77 }");
      agent.once();
      assertEquals(claim(45, INSIDE, PAIR), portal.claim(), "the table was changed, not the state");
      assertEquals("45", portal.await("drifted").generation());
    }
  }
}
