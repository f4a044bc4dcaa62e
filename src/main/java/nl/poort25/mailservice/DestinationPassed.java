package nl.poort25.mailservice;

import java.time.Instant;

/**
 * A look at a destination gave that mail may go there, and it is about to be used: whoever makes
 * the tables of the relays need not look before they carry it.
 *
 * @param at when the look began
 */
public record DestinationPassed(String destination, Passage passage, Instant at) {}
