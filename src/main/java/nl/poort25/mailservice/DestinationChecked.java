package nl.poort25.mailservice;

import java.time.Instant;

/**
 * Event: a destination was checked and found allowed, and is about to be used. Who makes the relay
 * tables need not look it up again first.
 *
 * @param at when the look began
 */
public record DestinationChecked(String destination, DestinationCheck passage, Instant at) {}
