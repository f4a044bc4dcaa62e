package nl.poort25.account;

/**
 * Event, fired in the transaction of the change: somebody of the staff was locked, or only reads
 * from now on, so that his open work must be handed on.
 *
 * @param successor who takes it over; null for nobody, so that it waits for whoever takes it
 */
public record StaffMemberUnavailable(Account account, Account successor) {}
