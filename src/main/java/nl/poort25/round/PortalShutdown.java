package nl.poort25.round;

/** Event at shutdown: no new requests are taken, and all that were running have been answered. */
public record PortalShutdown() {}
