package nl.poort25.abuse;

import nl.poort25.web.Text;

/**
 * Asks how a block reaches the network: people carry it out and confirm it, unless whoever knows
 * the enforcement points answers that all of them report by themselves what they hold.
 */
public final class CarriedOut {
  private boolean reported;

  /** Every firewall and relay reads back by itself what it holds. */
  public void isReported() {
    reported = true;
  }

  /** When it works, as far as that is known before it does. */
  public Text when() {
    return Text.of(reported ? "abuse.when.points" : "abuse.when.people");
  }
}
