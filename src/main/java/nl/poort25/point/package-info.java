/**
 * The enforcement points that carry the states out: firewalls, relays and probers, each with a
 * token of its own. A point fetches its state (signed, whole or as a difference), applies it, reads
 * back what it holds and reports that; only what the portal finds in the read-back makes an opening
 * open or closed (4.10) and a block for abuse in force (4.13).
 *
 * <p>{@link Point} is the entity, {@link Points} registers and changes it. {@link AgentApiResource}
 * is the agents' API, {@link LongPolls} keeps those that wait, {@link StateOffers} makes the {@link
 * StateDocument}, {@link PointReports} takes a {@link PointReport} and records {@link Drift},
 * {@link Provenance} judges whether this database made a state. {@link Rollout} releases to
 * canaries first, {@link ReadBackConfirmation} confirms what all points hold, {@link Probes} what
 * probers saw from outside, {@link ObservedAddresses} what took connections before a point
 * enforces. The programs are in src/main/agent, offered by {@link Agent}.
 *
 * <p>Asks: {@code enforcement} for generations, {@code state} for lines and files, {@code network}
 * for who holds an address, {@code mx} for the addresses of the relays, {@code login} and {@code
 * account} for tokens and who looks. It confirms openings of {@code exemption} and cases of {@code
 * abuse}, and tells {@code mailservice} what the relays hold.
 *
 * <p>It is one idea, though many classes: each of them is a step of the loop fetch, apply, read
 * back, report, confirm, or the page on which staff sees it.
 */
package nl.poort25.point;
