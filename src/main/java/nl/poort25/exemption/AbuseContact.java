package nl.poort25.exemption;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Whom the provider reaches about abuse, day and night. */
@Embeddable
public record AbuseContact(
    @Column(name = "contact_name") String name,
    @Column(name = "contact_email") String email,
    @Column(name = "contact_phone") String phone) {}
