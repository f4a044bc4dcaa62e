/**
 * The four mail services of article 3.7, their orders, and the rules 3.6 to 3.9.
 *
 * <p>That a service is active was decided; {@code RelayStatus} says what the relays do. Who makes
 * their state, and who knows what they were found to hold, are in packages above, and implement
 * {@code RelayPreview} and {@code RelayReadBack}.
 */
package nl.poort25.mailservice;
