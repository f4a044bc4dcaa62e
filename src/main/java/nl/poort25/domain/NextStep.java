package nl.poort25.domain;

/**
 * The next step for a domain until its mail arrives, and who has to take it. Stored with the
 * registration together with its start, from which the provider's term counts.
 */
public enum NextStep {
  /** the TXT record in the partner's zone, or again where the proof got lost (3.5) */
  PROVE(By.PARTNER),
  /**
   * in the provider's own zone a partner can set nothing, and MX that the provider set prove
   * nothing
   */
  RECORD_PROOF(By.PROVIDER),
  ORDER(By.PARTNER),
  ACTIVATE(By.PROVIDER),
  /** the first look at the MX records, or another where nothing could be looked up */
  LOOK(By.PORTAL),
  /** the zone's name servers give no answer that tells anything */
  MEND_DNS(By.PARTNER),
  SET_MX(By.PARTNER),
  /** where the provider runs the DNS (3.12) */
  SET_MX_HERE(By.PROVIDER),
  /** all that a registration knows of is right: what the relays do is left */
  NOTHING(By.PORTAL);

  /** Who is to act. */
  public enum By {
    PARTNER,
    PROVIDER,
    /** what comes by itself */
    PORTAL
  }

  private final By by;

  NextStep(By by) {
    this.by = by;
  }

  public By by() {
    return by;
  }

  /** Whether a person at the provider is to act, so that a term runs. */
  public boolean isProviders() {
    return by == By.PROVIDER;
  }

  /**
   * @param known what of the name is kept with its registration
   */
  static NextStep of(Known known) {
    // records that are wrong are set first: a proof by MX comes back with them
    boolean mxFirst =
        known.lost() && known.mail() == DomainMailState.ACTIVE && known.mx() == MxState.WRONG;
    if (!known.proven() || (known.lost() && !mxFirst)) {
      if (!known.dnsByProvider()) {
        return PROVE;
      } else if (known.mail() != DomainMailState.NONE) {
        return RECORD_PROOF;
      }
    }
    return switch (known.mail()) {
      case NONE -> ORDER;
      case ORDERED -> ACTIVATE;
      case ACTIVE -> ofMx(known);
    };
  }

  private static NextStep ofMx(Known known) {
    return switch (known.mx()) {
      case CORRECT -> NOTHING;
      case UNCHECKED -> LOOK;
      case UNKNOWN -> known.dnsByProvider() ? LOOK : MEND_DNS;
      case WRONG -> known.dnsByProvider() ? SET_MX_HERE : SET_MX;
    };
  }

  /**
   * @param lost proven, and no longer seen: it ends after a term
   */
  record Known(
      DomainMailState mail, MxState mx, boolean proven, boolean lost, boolean dnsByProvider) {}
}
