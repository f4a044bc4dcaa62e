package nl.poort25.network;

import nl.poort25.text.Text;

/**
 * An exemption, open or requested, that uses an address.
 *
 * @param number of the exemption, as people name it
 * @param path of its page for staff
 * @param state the constant of its state
 * @param open whether port 25 is open by it now
 * @param seen what was seen of that from outside; null where it is not open
 */
public record AddressUse(
    Cidr address, String number, String path, String state, boolean open, Text seen) {
  /** The kind of the status word: whether mail gets through now. */
  public String sign() {
    return open && !state.equals("HELD") ? "ok" : "wait";
  }
}
