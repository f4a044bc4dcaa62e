/**
 * Who carries the states out: firewalls, relays and probers, each with a token of its own. A point
 * fetches its state (signed, as a whole or as a difference), applies it, reads back what it holds
 * and reports that; the portal compares the read-back with the state itself, and only what it finds
 * makes an opening open or closed (4.10), and a block for abuse in force (4.13).
 *
 * <p>{@code Point} is one of them, {@code Points} keeps them. {@code AgentApiResource} and {@code
 * PointReportResource} take a token instead of a session ({@code PointAuthentication}), {@code
 * LongPolls} holds those that wait for a change, {@code StateOffers} gives the {@code
 * StateDocument}, {@code PointReports} takes a {@code PointReport} and compares its {@code
 * ReadBack}, {@code Provenance} judges whether this database made it. {@code Rollout} lets a state
 * go to the canaries first, {@code ReadBackConfirmation} confirms what all points hold, {@code
 * PointHistory} says what they held at a moment, {@code RelayedNameStatus} what they do with one
 * name, {@code Probes} what was seen from outside. The programs that the points run are in {@code
 * src/main/agent}; {@code Agent} offers them.
 */
package nl.poort25.point;
