package nl.poort25.ticket;

import java.time.Instant;

/**
 * The end of a term (4.9). A ticket keeps what it was given when the calendar changes.
 *
 * @param calendar the profile that gave it, which may have changed since
 */
public record Deadline(Instant at, String calendar) {}
