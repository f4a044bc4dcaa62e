package nl.poort25.abuse;

import nl.poort25.text.Text;

/** Knows how a block reaches the network: implemented by the enforcement points, above. */
public interface BlockConfirmationMode {
  /**
   * Whether every firewall and relay reads back by itself what it holds; else people carry a block
   * out, and confirm it.
   */
  boolean isConfirmedAutomatically();

  /** When a block works, as far as that is known before it does. */
  default Text when() {
    return Text.of(isConfirmedAutomatically() ? "abuse.when.points" : "abuse.when.people");
  }
}
