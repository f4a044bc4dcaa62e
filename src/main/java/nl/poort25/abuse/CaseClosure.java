package nl.poort25.abuse;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import nl.poort25.account.Account;

/**
 * The end of the investigation of a case.
 *
 * @param conclusion what came out, as the partner reads it
 */
@Embeddable
public record CaseClosure(
    @Column(name = "closed_at") Instant at,
    @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "closed_by") Account by,
    String conclusion) {}
