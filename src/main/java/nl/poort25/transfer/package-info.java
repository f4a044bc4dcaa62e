/**
 * Gives a domain to another partner without a gap, on staff's proof (3.4, 3.5): names that contain
 * one another go together, and their active mail services go along in the same transaction and
 * relay state.
 *
 * <p>Main types: {@link DomainTransfers} (preview and act), {@link TransferRule} with its facts,
 * {@link TransferForm}, {@link TransferNotifications} (mails both partners, and neither who the
 * other is).
 *
 * <p>Asks: {@code domain} to move the registrations, {@code mailservice} to move the services,
 * {@code abuse} for open cases of either partner, {@code account} for the partners, {@code imports}
 * for the digest of what was shown, {@code notification} to tell both. Nothing stands on it.
 */
package nl.poort25.transfer;
