/**
 * The pages that join a domain with its mail services and MX records, the withdrawal of a domain,
 * and the partner's home.
 */
package nl.poort25.overview;
