package nl.poort25.enforcement;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tests of the agent on a real firewall share: a network for the class, and for each test a
 * firewall without a table, a portal of its own and an agent that nothing was told yet.
 */
abstract class FirewallWithAgent {
  static Namespaces network;
  @TempDir Path folder;
  PortalOfTest portal;
  AgentOfTest agent;

  @BeforeAll
  static void openNetwork() {
    network = new Namespaces();
  }

  @AfterAll
  static void closeNetwork() {
    if (network != null) {
      network.close();
    }
  }

  @BeforeEach
  void openPortal() throws IOException {
    network.load("table inet port25\ndelete table inet port25\n");
    portal = new PortalOfTest();
    agent = agent(PortalOfTest.TOKEN);
  }

  @AfterEach
  void closePortal() {
    agent.close();
    portal.close();
  }

  /** One that knows the portal by that token. */
  AgentOfTest agent(String token) throws IOException {
    return new AgentOfTest(network, folder, portal.port(), SignedState.KEYS.getPublic(), token);
  }

  /** Its table as nftables lists it, without what its counters say. */
  static String table() {
    return network.nft("-s", "list", "table", "inet", "port25");
  }
}
