package nl.poort25.overview;

import nl.poort25.account.SignedInUser;

/**
 * What whoever sees the page of a domain can do there; nothing once the registration has ended.
 *
 * @param look have the DNS looked at
 * @param order a mail service
 */
public record DomainActs(boolean look, boolean order, boolean transfer, boolean withdraw) {
  static DomainActs of(boolean active, SignedInUser user) {
    boolean partner = !user.staff();
    return new DomainActs(
        active && (partner || user.acts()),
        active && partner,
        active && user.reviews(),
        active && (partner || user.reviews()));
  }
}
