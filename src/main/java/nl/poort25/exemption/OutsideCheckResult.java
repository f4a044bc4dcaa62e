package nl.poort25.exemption;

import java.time.Instant;

/**
 * The last try from outside to connect to an opening, with its outcome.
 *
 * @param at null where nobody has tried it
 * @param banner what the server said first, or null
 */
public record OutsideCheckResult(OutsideCheckStatus sight, Instant at, String banner) {}
