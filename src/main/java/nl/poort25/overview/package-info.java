/**
 * Pages that join a domain with its mail services, MX records and tickets: the domain page with its
 * progress, the lists of domains, withdrawal, and the partner's home page.
 *
 * <p>Main types: {@link DomainPages}, {@link DomainProgress} (the steps until mail arrives), {@link
 * HomePage}, {@link HomeTask} and {@link FirstVisit}, {@link ZoneView} (who runs the DNS).
 *
 * <p>Nothing is stored here.
 *
 * <p>Asks: {@code domain}, {@code mx}, {@code mailservice}, {@code ticket}, {@code abuse} and
 * {@code exemption} for what they know, {@code network} for connections, {@code account} for who
 * looks. Only backoffice stands on it.
 */
package nl.poort25.overview;
