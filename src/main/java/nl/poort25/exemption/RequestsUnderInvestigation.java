package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.abuse.AbuseCase;
import nl.poort25.audit.Act;
import nl.poort25.network.Cidr;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.Tickets;

/**
 * Stops the clock of requests that an open investigation holds (4.14) and starts a new term when
 * the last of their cases is closed. While held they can be rejected, but not approved or opened.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class RequestsUnderInvestigation {
  @PersistenceContext EntityManager em;
  @Inject Openings openings;
  @Inject Tickets tickets;
  @Inject CoveringCases covering;
  @Inject Event<Act> acts;

  /** What waits of the partner, and whatever is not open yet on the addresses. */
  void hold(AbuseCase abuse, List<Cidr> addresses, Instant now) {
    concerned(abuse, addresses)
        .filter(exemption -> !exemption.getTicket().isHeld() && isHeld(exemption))
        .forEach(exemption -> acts.fire(exemption.getTicket().hold(now)));
  }

  /** What no other case holds. */
  void release(AbuseCase abuse, Instant now) {
    concerned(abuse, abuse.getAddresses())
        .filter(exemption -> exemption.getTicket().isHeld() && !isHeld(exemption))
        .map(Exemption::getTicket)
        .forEach(ticket -> acts.fire(ticket.release(tickets.term(ticket, now))));
  }

  private Stream<Exemption> concerned(AbuseCase abuse, List<Cidr> addresses) {
    var waiting =
        em.createQuery(
                "select e from Exemption e join fetch e.ticket where e.partner = :partner"
                    + " and e.state = SUBMITTED",
                Exemption.class)
            .setParameter("partner", abuse.getPartner())
            .getResultList();
    return Stream.concat(
            waiting.stream(), openings.on(addresses).stream().map(Opening::getExemption))
        .distinct()
        .filter(exemption -> isOpen(exemption.getTicket()));
  }

  private static boolean isOpen(Ticket ticket) {
    return ticket != null && !ticket.isClosed();
  }

  private boolean isHeld(Exemption exemption) {
    return exemption.getState() == ExemptionState.SUSPENDED
        || (exemption.getState() == ExemptionState.SUBMITTED
            && !covering.holding(exemption).isEmpty());
  }
}
