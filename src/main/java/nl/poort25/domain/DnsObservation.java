package nl.poort25.domain;

/**
 * What a DNS check saw of a name, as far as it counts for the proof of control (3.5).
 *
 * @param txtSeen whether the TXT record with the token is there; null where that is unknown
 * @param contested whether another partner may as well have set the MX records: see {@link
 *     Claimants}
 * @param byProvider whether the provider sets them, whoever holds the name
 */
record DnsObservation(MxState mx, Boolean txtSeen, boolean contested, boolean byProvider) {
  boolean isTxtSeen() {
    return Boolean.TRUE.equals(txtSeen);
  }

  /** Whether it is known both what the MX records are, and that the TXT record is not there. */
  boolean isWithoutTxt() {
    return (mx == MxState.CORRECT || mx == MxState.WRONG) && Boolean.FALSE.equals(txtSeen);
  }
}
