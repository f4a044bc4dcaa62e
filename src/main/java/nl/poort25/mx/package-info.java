/**
 * What the DNS says of a domain: looks up, judges (3.10 to 3.12) and stores MX records, proof
 * records and name servers.
 *
 * <p>Main types: {@link Dns} (lookups, implemented by {@link DnsJava} with our own transport and no
 * cache), {@link DnsAnswer} (found, no such record, NXDOMAIN, unavailable), {@link MxEvaluator} and
 * {@link MxVerdict}, {@link DnsChecks} (one check per registration, stored), {@link DnsCheckRounds}
 * and {@link DnsSweep} (which are due, many side by side), {@link OnDemandDnsChecks} (on demand),
 * {@link DnsReport} (for pages).
 *
 * <p>No lookup is made within a transaction. What cannot be looked up is unknown, never wrong or
 * right.
 *
 * <p>Asks: {@code domain} for registrations, and tells them what was seen; {@code domainname} for
 * names, {@code network} for addresses, {@code account} for who has a check made, {@code
 * notification} to tell partners.
 */
package nl.poort25.mx;
