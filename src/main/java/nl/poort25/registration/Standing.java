package nl.poort25.registration;

import java.util.Locale;

/**
 * How things stand with a domain, the most pressing first: kept with the registration, so that one
 * index answers every list and count.
 */
public enum Standing {
  /** MX point to the relays while no mail service is active: mail bounces */
  BOUNCES("bad"),
  /** a mail service is active, the MX records are not right */
  MX_WRONG("bad"),
  NO_SERVICE("info"),
  /** waits for staff */
  ORDERED("wait"),
  MX_UNCHECKED("wait"),
  MX_UNKNOWN("wait"),
  /** everything else is right, but control of the name is not proven, or no longer (3.5) */
  NO_PROOF("bad"),
  IN_ORDER("ok"),
  WITHDRAWN("none"),
  /** by staff, to another partner */
  TRANSFERRED("none");

  private final String sign;

  Standing(String sign) {
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
  public boolean asksAttention() {
    return this != ORDERED && this != IN_ORDER && !isEnd();
  }

  /** Whether the registration has ended. */
  public boolean isEnd() {
    return this == WITHDRAWN || this == TRANSFERRED;
  }

  static Standing of(MailState mail, MxState mx, boolean proven) {
    if (mx == MxState.CORRECT && mail != MailState.ACTIVE) {
      return BOUNCES;
    }
    if (mail == MailState.NONE) {
      return NO_SERVICE;
    }
    if (mail == MailState.ORDERED) {
      return ORDERED;
    }
    return switch (mx) {
      case WRONG -> MX_WRONG;
      case UNCHECKED -> MX_UNCHECKED;
      case UNKNOWN -> MX_UNKNOWN;
      case CORRECT -> proven ? IN_ORDER : NO_PROOF;
    };
  }
}
