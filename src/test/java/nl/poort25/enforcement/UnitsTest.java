package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import nl.poort25.it.SystemdUnit;
import nl.poort25.point.Agent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The units of systemd, as systemd-analyze reads them: systemd is not the first process where tests
 * run, so that none is started.
 */
class UnitsTest {
  @TempDir private Path folder;

  private String verified(String unit) {
    return SystemdUnit.faults(unit, folder);
  }

  private static String unit(Agent agent) throws IOException {
    try (var in = Agent.class.getResourceAsStream("/agent/" + agent.getFile() + ".service")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void systemdFindsNoFaultInThem() throws Exception {
    for (var agent : Agent.values()) {
      assertEquals("", verified(unit(agent)), agent.getFile());
    }
  }

  @Test
  void aFaultIsFound() throws Exception {
    String wrong = unit(Agent.FIREWALL).replace("RestartSec=5", "RestartSeconds=5");
    assertTrue(verified(wrong).contains("RestartSeconds"), wrong);
  }

  /** Debian's unit flushes all tables at its stop: the agent must not be stopped with it. */
  @Test
  void theFirewallsComesAfterDebiansAndOutlivesIt() throws Exception {
    String unit = unit(Agent.FIREWALL);
    assertTrue(unit.matches("(?s).*\nAfter=[^\n]*nftables.service.*"));
    for (String tie : new String[] {"PartOf=", "BindsTo=", "Requires=", "Requisite="}) {
      assertFalse(unit.contains("\n" + tie), tie);
    }
  }
}
