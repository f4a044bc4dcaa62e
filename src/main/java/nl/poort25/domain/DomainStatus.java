package nl.poort25.domain;

import java.util.Locale;

/**
 * Status of a domain, the most pressing first. Stored with the registration, so that one index
 * serves all lists and counts.
 */
public enum DomainStatus {
  /** MX point to the relays while no mail service is active: mail bounces */
  BOUNCES("bad"),
  /** a mail service is active, the MX records are not right */
  MX_WRONG("bad"),
  NO_SERVICE("info"),
  /** ordered, and the partner is to prove his control of the name first (3.5) */
  TO_PROVE("wait"),
  /** waits for staff */
  ORDERED("wait"),
  /** active, and the provider, who runs the DNS, is to set the MX records or to record a proof */
  DNS_HERE("wait"),
  MX_UNCHECKED("wait"),
  MX_UNKNOWN("wait"),
  /** everything else is right, but control of the name is not proven, or no longer (3.5) */
  NO_PROOF("bad"),
  /** all is right, but the proof of control is no longer seen, and will end */
  PROOF_LOST("wait"),
  IN_ORDER("ok"),
  WITHDRAWN("none"),
  /** by staff, to another partner */
  TRANSFERRED("none");

  private final String sign;

  DomainStatus(String sign) {
    this.sign = sign;
  }

  /** The kind of its status word: ok, bad, wait, info or none. */
  public String sign() {
    return sign;
  }

  /** The text that says it. */
  public String key() {
    return "domain.standing." + name();
  }

  /** Its value in the URL of a list. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the partner has something to do; what waits for staff is not his. */
  public boolean needsAttention() {
    return this != ORDERED && this != DNS_HERE && this != IN_ORDER && !isEnd();
  }

  /** Whether the registration has ended. */
  public boolean isEnd() {
    return this == WITHDRAWN || this == TRANSFERRED;
  }

  static DomainStatus of(NextStep.Known known) {
    var next = NextStep.of(known);
    if (known.mx() == MxState.CORRECT && known.mail() != DomainMailState.ACTIVE) {
      return BOUNCES;
    }
    return switch (known.mail()) {
      case NONE -> NO_SERVICE;
      case ORDERED -> next.isProviders() ? ORDERED : TO_PROVE;
      case ACTIVE -> next.isProviders() ? DNS_HERE : ofMx(known);
    };
  }

  private static DomainStatus ofMx(NextStep.Known known) {
    return switch (known.mx()) {
      case WRONG -> MX_WRONG;
      case UNCHECKED -> MX_UNCHECKED;
      case UNKNOWN -> MX_UNKNOWN;
      case CORRECT -> known.lost() ? PROOF_LOST : known.proven() ? IN_ORDER : NO_PROOF;
    };
  }
}
