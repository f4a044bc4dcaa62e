package nl.poort25.network;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.poort25.text.Text;
import nl.poort25.web.MalformedInput;

/**
 * An address or a prefix without host bits, in its canonical text (RFC 5952); a single address is
 * written without a length.
 */
public final class Cidr {
  private final IPAddress block;

  private Cidr(IPAddress block) {
    this.block = block;
  }

  /**
   * @throws MalformedInput for anything else than an address or a prefix
   */
  public static Cidr parse(String typed) {
    return CidrParser.parse(typed);
  }

  /** Empty for what is neither address nor prefix, and for null. */
  public static Optional<Cidr> tryParse(String typed) {
    try {
      return typed == null ? Optional.empty() : Optional.of(parse(typed));
    } catch (MalformedInput e) {
      return Optional.empty();
    }
  }

  /**
   * @throws MalformedInput for anything else than one address
   */
  public static Cidr parseAddress(String typed) {
    return CidrParser.parseAddress(typed);
  }

  /** What to say to whoever typed what was refused: what is wrong, and what was probably meant. */
  public static Text refusal(MalformedInput malformed) {
    return malformed.suggestion().isEmpty()
        ? malformed.text()
        : Text.of("network.cidr.meant", malformed.text(), malformed.suggestion());
  }

  /** What the portal itself has written before, such as a column. */
  public static Cidr of(String canonical) {
    return new Cidr(new IPAddressString(canonical).getAddress().toPrefixBlock());
  }

  static Cidr of(IPAddress block) {
    return new Cidr(block);
  }

  public boolean isAddress() {
    return length() == block.getBitCount();
  }

  public boolean isIpv6() {
    return block.isIPv6();
  }

  /** In bits: 32 or 128 for a single address. */
  public int length() {
    Integer length = block.getNetworkPrefixLength();
    return length == null ? block.getBitCount() : length;
  }

  public boolean contains(Cidr other) {
    return block.contains(other.block);
  }

  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /** Whether every address of it is in one of these, of which each may have a part. */
  public boolean isCoveredBy(Collection<Cidr> others) {
    if (others.stream().anyMatch(other -> other.contains(this))) {
      return true;
    }
    var inside = others.stream().filter(this::contains).toList();
    return !inside.isEmpty() && half(false).isCoveredBy(inside) && half(true).isCoveredBy(inside);
  }

  /** Of more than one address: something else lies within it. */
  private Cidr half(boolean upper) {
    var edge = upper ? block.getUpper() : block.getLower();
    return new Cidr(edge.withoutPrefixLength().toPrefixBlock(length() + 1));
  }

  /** The first address as a text whose order is that of the addresses. */
  public String firstKey() {
    return key(block.getLower());
  }

  /** The last address, likewise. */
  public String lastKey() {
    return key(block.getUpper());
  }

  /** The texts of all prefixes that contain it, itself included: what a look-up asks for. */
  public List<String> enclosing() {
    return IntStream.rangeClosed(0, length())
        .mapToObj(bits -> new Cidr(block.getLower().toPrefixBlock(bits)).toString())
        .toList();
  }

  public IPAddress block() {
    return block;
  }

  private static String key(IPAddress address) {
    return (address.isIPv6() ? "6" : "4") + address.withoutPrefixLength().toHexString(false);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cidr cidr && cidr.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return isAddress()
        ? block.getLower().withoutPrefixLength().toCanonicalString()
        : block.toCanonicalString();
  }
}
