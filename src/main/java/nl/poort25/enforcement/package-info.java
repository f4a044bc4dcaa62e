/**
 * What the packets do (4.10, 4.13): the desired state of firewalls as a pure function of what was
 * decided, its numbered generations, the points that apply them, and what these report back. A page
 * says "open" or "closed" by that report alone.
 *
 * <p>{@code FirewallFacts} are what was decided, {@code FirewallState} the lines that follow from
 * them, a {@code Generation} is what changed and when, {@code Nftables} and its siblings write a
 * state for one make of point.
 */
package nl.poort25.enforcement;
