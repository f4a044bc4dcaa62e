package nl.poort25.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.poort25.web.Text;

/**
 * A question, fired as an event: what is open on, or asked for, these addresses? Whoever knows
 * (exemptions stand above this package) observes it and answers with {@link #isUsed}.
 */
public final class AddressUse {
  /**
   * @param address that is used
   * @param number of the exemption, as people name it
   * @param path of its page for staff
   * @param state the constant of its state
   * @param open whether port 25 is open by it now
   * @param seen what was seen of that from outside; null where it is not open
   */
  public record Use(
      Cidr address, String number, String path, String state, boolean open, Text seen) {}

  private final List<Cidr> asked;
  private final List<Use> uses = new ArrayList<>();

  public AddressUse(Collection<Cidr> asked) {
    this.asked = List.copyOf(asked);
  }

  public List<Cidr> asked() {
    return asked;
  }

  public void isUsed(Use use) {
    uses.add(use);
  }

  public List<Use> uses() {
    return List.copyOf(uses);
  }
}
