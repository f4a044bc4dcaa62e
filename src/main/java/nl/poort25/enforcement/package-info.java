/**
 * What the packets are to do (4.10, 4.13): the desired state of the firewalls as a pure function of
 * what was decided, and its numbered generations, each line with what brought it. Nothing fetches
 * them yet: the network role carries a state out and confirms it by hand.
 *
 * <p>{@code FirewallFacts} are what was decided, {@code FirewallState} the lines that follow from
 * them, a {@code Generation} is what changed and when, {@code Guard} holds back what is too large,
 * {@code Nftables} writes a state as a table.
 */
package nl.poort25.enforcement;
