/**
 * The desired state of firewalls and relays as lines, and the files that devices read: pure values
 * and writers.
 *
 * <p>Main types: {@link DesiredLine} with {@link FirewallLine} (firewall) and {@link RelayLine}
 * (relay), which check and write a line's one text; {@link StateFormat}, each constant a format
 * with its {@link StateWriter}: text, JSON, nftables, Postfix, IronPort; {@link EnforcementTarget}
 * says which of the two a state is for.
 *
 * <p>The same lines give the same bytes, here and in the agents' shell scripts.
 *
 * <p>No database, no clock and no decision: which lines there are is for enforcement, what a device
 * holds for point.
 *
 * <p>Asks: {@code network} for addresses and flows, {@code domainname} for names.
 */
package nl.poort25.state;
