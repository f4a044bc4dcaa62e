/**
 * What the packets and the mail are to do (4.10, 4.13): the desired state of the firewalls and of
 * the relays, each a pure function of what was decided, and its numbered generations, each line
 * with what brought it.
 *
 * <p>{@code FirewallFacts} and {@code RelayFacts} are what was decided, {@code FirewallState} and
 * {@code RelayState} the lines that follow from them. A {@code Generation} is what changed and
 * when, made by {@code GenerationMaker}; {@code LargeChangeGuard} holds back what is too large,
 * {@code PointHolds} a point that holds what this database did not make, {@code GenerationReleases}
 * says which of them every point may have, {@code PointLines} what a point gets of one. {@code
 * StateFormat} writes a state as the files of a device, {@code FirewallStatePreview} and {@code
 * RelayStatePreview} what a decision would change of them, {@code Alarms} tell what people must
 * look at.
 */
package nl.poort25.enforcement;
