package nl.poort25.domain;

import java.time.Instant;

/**
 * A line of a list of domains.
 *
 * @param partner null where the list is of one partner and he sees it
 * @param checkedAt when its DNS was looked at last; null before the first time
 * @param nextStep null once it has ended, and then so is since when
 * @param proofLostAt since when its proof is no longer seen; null while it is, or where none is
 */
public record DomainRow(
    long id,
    String name,
    String unicodeName,
    String sortName,
    String customer,
    String partner,
    DomainStatus standing,
    Instant checkedAt,
    DomainMailState mail,
    NextStep nextStep,
    Instant nextStepSince,
    Instant proofLostAt) {
  /** Whether who has the list can go to it: what was transferred is its partner's no longer. */
  public boolean isLinked() {
    return partner != null || standing != DomainStatus.TRANSFERRED;
  }
}
