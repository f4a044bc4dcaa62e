package nl.poort25.enforcement;

import static nl.poort25.enforcement.SignedState.delta;
import static nl.poort25.enforcement.SignedState.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.poort25.it.Trials;
import nl.poort25.state.FirewallLine;
import nl.poort25.state.Nftables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whenever the agent is killed, the table is the old one or the new one. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(300)
class AgentKillIT {
  private static final int TIMES = Trials.of(40);
  private static final List<String> BOTH = hosts(0, 2_000);
  private static final List<List<String>> STATES =
      List.of(sum(BOTH, hosts(2_000, 3_000)), sum(BOTH, hosts(3_000, 4_000)));
  @TempDir private Path folder;

  private static List<String> hosts(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "open 10.25.%d.%d".formatted(i / 250, i % 250))
        .toList();
  }

  private static List<String> sum(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static List<String> difference(int to) {
    return sum(
        STATES.get(1 - to).stream().skip(2_000).map(line -> "-" + line).toList(),
        STATES.get(to).stream().skip(2_000).map(line -> "+" + line).toList());
  }

  @Test
  void aKilledAgentLeavesTheOldTableOrTheNewAndTheNextOneEndsRight() throws Exception {
    try (var network = new Namespaces();
        var portal = new PortalOfTest();
        var agent =
            new AgentOfTest(
                network, folder, portal.port(), SignedState.KEYS.getPublic(), PortalOfTest.TOKEN)) {
      var tables = new ArrayList<String>();
      for (var state : STATES) {
        network.load(Nftables.write(0, state.stream().map(FirewallLine::parse).toList()));
        tables.add(table(network));
      }
      portal.offer(whole(1, STATES.get(1)));
      long start = System.nanoTime();
      agent.ends(0);
      long turn = System.nanoTime() - start;
      var random = new Random(25);
      int changed = 0;
      for (int i = 2; i < 2 + TIMES; i++) {
        String old = as(i - 1, tables.get((i - 1) % 2));
        String now = as(i, tables.get(i % 2));
        assertEquals(old, table(network));
        if (random.nextBoolean()) {
          portal.offer(whole(i, STATES.get(i % 2)));
        } else {
          portal.offer(whole(i, STATES.get(i % 2)), delta(i - 1, i, difference(i % 2)));
        }
        var run = agent.start("once");
        // the moment is what is tried out here
        boolean ended =
            run.process().waitFor((long) (random.nextDouble() * turn), TimeUnit.NANOSECONDS);
        run.kill();
        String left = table(network);
        assertTrue(left.equals(old) || left.equals(now), i + ", ended: " + ended);
        changed += left.equals(now) && !ended ? 1 : 0;
        agent.ends(0);
        assertEquals(now, table(network));
      }
      System.out.printf("killed %d times, %d of them after the change%n", TIMES, changed);
    }
  }

  private static String table(Namespaces network) {
    return network.nft("-s", "list", "table", "inet", "port25");
  }

  private static String as(int generation, String table) {
    return table.replace("generation 0\"", "generation " + generation + '"');
  }
}
