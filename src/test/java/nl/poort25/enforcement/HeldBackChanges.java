package nl.poort25.enforcement;

import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.network.Ground;

/**
 * Lets go, as the network role, what tests leave held back, so that those after them see theirs.
 */
public final class HeldBackChanges {
  private static final String PATH = "/backoffice/firewall";

  private HeldBackChanges() {}

  static boolean waits(Browser network) {
    return network.get(PATH).says("Een wijziging wacht op de netwerkrol");
  }

  static void letGo(Browser network) {
    letGo(network, PATH);
  }

  /**
   * @param states the page of the target
   */
  public static void letGo(Browser network, String states) {
    network
        .get(states)
        .find("action=\"([^\"]*/confirmation)\"")
        .ifPresent(path -> network.post(path, "note", "proef voorbij"));
  }

  /** Until all that was decided so far is in the state of the firewalls. */
  public static void settle(Browser network) {
    String last = "inside " + Ground.prefix(network) + "::/48\n";
    Eventually.holds(
        "all in the state",
        () -> {
          letGo(network);
          return lines(network).contains(last);
        });
  }

  static String lines(Browser network) {
    String last = network.get(PATH).find("/backoffice/firewall/(\\d+)\"").orElseThrow();
    return network.get(PATH + "/" + last + "/lines").html();
  }
}
