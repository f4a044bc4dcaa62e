package nl.poort25.exemption;

import java.time.Instant;

/**
 * What was seen of an opening from outside, the last time.
 *
 * @param at null where nobody has tried it
 * @param banner what the server said first, or null
 */
public record Sighting(Sight sight, Instant at, String banner) {}
