/**
 * Pages that join a domain with its mail services, MX records and tickets: the domain page with its
 * progress, the lists of domains, withdrawal, and the partner's home page.
 *
 * <p>Main types: {@link DomainPages}, {@link DomainProgress} (the steps until mail arrives), {@link
 * HomePage} and {@link HomeTask}, {@link ZoneView} (who runs the DNS).
 *
 * <p>Nothing is stored here.
 *
 * <p>Asks: domain, mx, mailservice, ticket, abuse and exemption for what they know; only backoffice
 * and demo stand on it.
 */
package nl.poort25.overview;
