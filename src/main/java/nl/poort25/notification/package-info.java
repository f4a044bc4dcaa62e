/**
 * Who is told what, and how: each account chooses by kind, at once, in a mail of the morning, or
 * not at all.
 *
 * <p>{@link Notifications} takes what is to be told, in the act's own transaction; a {@link
 * NotificationKind} says whom it is for and what happens where nobody has chosen, {@link
 * NotificationChoices} keeps what was chosen. A {@link DigestItem} waits for the morning, when
 * {@link DigestRounds} puts those of an account into one mail. What concerns a block, an
 * investigation or the account itself goes to the outbox past all that.
 *
 * <p>Asks: {@code account} for who there is. Which days are working days says {@link
 * WorkingDayCalendar} (implemented in ticket).
 */
package nl.poort25.notification;
