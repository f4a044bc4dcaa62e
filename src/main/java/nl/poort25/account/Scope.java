package nl.poort25.account;

import java.util.Objects;
import java.util.OptionalLong;
import nl.poort25.list.ListRequest;

/**
 * Whose things somebody may see: one partner's, or everybody's. Every look-up takes one, so that
 * none can forget it. A resource has it from {@link CurrentUser}; no URL says it: a partner that
 * staff chooses there narrows a list, and is no scope.
 */
public final class Scope {
  /** Of staff, and of what the portal does by itself. */
  public static final Scope ALL = new Scope(OptionalLong.empty());

  private final OptionalLong partner;

  private Scope(OptionalLong partner) {
    this.partner = partner;
  }

  /** That partner's alone. */
  public static Scope of(long partnerId) {
    return new Scope(OptionalLong.of(partnerId));
  }

  public static Scope of(Partner partner) {
    return of(partner.getId());
  }

  public boolean isAll() {
    return partner.isEmpty();
  }

  /** Whether something of that partner may be seen. */
  public boolean includes(Partner owner) {
    return isAll() || partner.getAsLong() == owner.getId();
  }

  /** Empty where it is everybody's. */
  public OptionalLong partner() {
    return partner;
  }

  /**
   * The partner that a list is of: this one, or the one that staff has chosen in its URL; null for
   * all of them. A partner's own lists do not read it there.
   */
  public Long partnerOf(ListRequest request) {
    return isAll() ? request.number("partner") : Long.valueOf(partner.getAsLong());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scope scope && scope.partner.equals(partner);
  }

  @Override
  public int hashCode() {
    return Objects.hash(partner);
  }

  @Override
  public String toString() {
    return isAll() ? "all partners" : "partner " + partner.getAsLong();
  }
}
