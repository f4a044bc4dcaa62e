package nl.poort25.enforcement;

/**
 * The number and digest of the state that a point says it holds.
 *
 * @param number of the state; 0 for none
 * @param digest SHA-256 of its lines as points get them, in hexadecimal; null where it does not say
 */
public record PointClaim(long number, String digest) {}
