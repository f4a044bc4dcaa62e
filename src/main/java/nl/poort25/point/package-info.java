/**
 * Who carries the states out: firewalls, relays and probers, each with a token of its own. A point
 * fetches its state (signed, as a whole or as a difference), applies it, reads back what it holds
 * and reports that; the portal compares the read-back with the state itself, and only what it finds
 * makes an opening open or closed (4.10).
 *
 * <p>{@code Point} is one of them, {@code Points} keeps them, {@code StateResource} is the only one
 * that takes a token instead of a session, {@code Rollout} lets a state go to the canaries first,
 * {@code ReadBack} says in which lines a point differs, {@code Outcome} confirms what is open.
 */
package nl.poort25.point;
