/**
 * The desired state of the enforcement points (4.10, 4.13): which mail the firewalls let through
 * and what the relays accept, computed from what was decided and kept as numbered generations.
 *
 * <p>{@link FirewallFacts} and {@link RelayFacts} are the input, {@link FirewallState} and {@link
 * RelayState} pure functions of it. {@link FirewallGenerations} and {@link RelayGenerations} make a
 * {@link Generation}, whose {@link LineSpan}s carry their {@link Cause}; {@link LargeChangeGuard}
 * holds back a change above the configured size, {@link PointHolds} a point whose state this
 * database did not make, and {@link GenerationReleases} says which generation each point may have.
 * {@link FirewallStatePreview} and {@link RelayStatePreview} show what a decision would change,
 * {@link Alarms} tell the network role what to look at.
 *
 * <p>Of the relays, which may have a million names, only those lines are computed that a {@link
 * RelayChange} asks for, which the database notes by itself; {@link RelayComparison} looks at all
 * of them, slowly, for what nothing asked for.
 *
 * <p>A state that would do what nobody decided is never made: {@link UnauthorisedState} ends its
 * making. A point that reports a state which was not made here, because the database was restored
 * or somebody else made it, is another matter: {@code point} judges that (its {@code Provenance}),
 * and {@link PointHolds} holds the point until the network role has seen what would change on it.
 *
 * <p>Asks: {@code exemption} for openings, {@code mailservice} for services, {@code abuse} for
 * blocks, {@code network} for prefixes and own mail servers, {@code mx} for the addresses of the
 * relays, {@code domainname} for names, {@code state} for lines and files, {@code account} for the
 * network role, {@code notification} to tell it. It knows no point, and asks them through {@link
 * AppliedGenerations}.
 *
 * <p>It is one idea, though many classes: from decisions to a numbered state, with the checks that
 * stand between.
 */
package nl.poort25.enforcement;
