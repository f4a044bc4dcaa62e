package nl.poort25.registration;

import java.time.Instant;

/** A line of a list of domains. */
public record DomainRow(
    long id,
    String name,
    String unicodeName,
    String customer,
    String partner,
    Standing standing,
    Instant registeredAt,
    Instant mxCheckedAt) {}
