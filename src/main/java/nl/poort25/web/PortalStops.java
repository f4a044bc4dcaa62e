package nl.poort25.web;

/** The portal takes no more requests, and all that were under way are answered. */
public record PortalStops() {}
