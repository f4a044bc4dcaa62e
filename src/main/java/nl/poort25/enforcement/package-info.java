/**
 * The desired state of the enforcement points (4.10, 4.13): which mail the firewalls let through
 * and what the relays accept, computed from what was decided and kept as numbered generations.
 *
 * <p>{@link FirewallFacts} and {@link RelayFacts} are the input, {@link FirewallState} and {@link
 * RelayState} pure functions of it. {@link GenerationMaker} makes a Generation, whose {@link
 * LineSpan}s carry their Cause; {@link LargeChangeGuard} holds back a change above the configured
 * size, {@link PointHolds} a point whose state this database did not make, and {@link
 * GenerationReleases} says which generation each point may have. {@link FirewallStatePreview} and
 * {@link RelayStatePreview} show what a decision would change, Alarms tell the network role what to
 * look at.
 *
 * <p>It asks openings of exemption, services of mailservice, blocks of abuse, prefixes and own mail
 * servers of network, the addresses of the relays of mx; it knows no point, and asks them through
 * {@link AppliedGenerations}.
 *
 * <p>It is one idea, though many classes: from decisions to a numbered state, with the checks that
 * stand between.
 */
package nl.poort25.enforcement;
