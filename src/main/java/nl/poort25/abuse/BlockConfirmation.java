package nl.poort25.abuse;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import nl.poort25.account.Account;

/**
 * That the whole block of a case is known to work (4.13).
 *
 * @param at since when
 * @param by who of the network role saw it; null where the points read it back
 * @param how what was seen, or which points read it back
 */
@Embeddable
public record BlockConfirmation(
    @Column(name = "in_force_at") Instant at,
    @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "in_force_by") Account by,
    @Column(name = "in_force_note") String how) {}
