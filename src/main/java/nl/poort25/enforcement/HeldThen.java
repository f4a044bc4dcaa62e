package nl.poort25.enforcement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks which generation each point of a target was found to hold at a moment: answered by whoever
 * keeps what they read back.
 */
public final class HeldThen {
  /**
   * @param number of the last generation that its read-back was found to be
   * @param since when that was first found
   */
  public record Holder(String point, long number, Instant since) {}

  private final Target target;
  private final Instant moment;
  private final List<Holder> holders = new ArrayList<>();

  HeldThen(Target target, Instant moment) {
    this.target = target;
    this.moment = moment;
  }

  public Target target() {
    return target;
  }

  public Instant moment() {
    return moment;
  }

  public void isHeld(String point, long number, Instant since) {
    holders.add(new Holder(point, number, since));
  }

  List<Holder> holders() {
    return holders;
  }
}
