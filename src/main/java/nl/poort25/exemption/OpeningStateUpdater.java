package nl.poort25.exemption;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import nl.poort25.abuse.AbuseAct.AbuseBlocked;
import nl.poort25.abuse.AbuseAct.AbuseCleared;
import nl.poort25.abuse.AbuseAct.AbuseExtended;
import nl.poort25.abuse.AbuseCase;
import nl.poort25.account.Account;
import nl.poort25.account.Partners;
import nl.poort25.audit.Act;
import nl.poort25.audit.Actor;
import nl.poort25.exemption.ExemptionAct.ExemptionDecided;
import nl.poort25.network.Cidr;
import nl.poort25.network.ConnectionAct.AddressesTaken;

/**
 * Event handlers that suspend, restore or end openings when an abuse case opens or closes or a
 * connection loses addresses, in the transaction of the event.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class OpeningStateUpdater {
  @PersistenceContext EntityManager em;
  @Inject Openings openings;
  @Inject Partners partners;
  @Inject RequestsUnderInvestigation requests;
  @Inject InstantSource clock;
  @Inject Actor actor;
  @Inject Event<Act> acts;

  /** 4.13: whatever is open, or about to be, on these addresses is blocked. */
  void block(@Observes AbuseBlocked act) {
    block(act.abuseCase(), act.addresses(), act.at());
  }

  void block(@Observes AbuseExtended act) {
    block(act.abuseCase(), act.addresses(), act.at());
  }

  private void block(AbuseCase abuse, List<Cidr> addresses, Instant now) {
    // an approval of the same moment ends before this, or is judged after it
    partners.lock(abuse.getPartner().getId());
    each(
        openings.on(addresses).stream()
            .filter(o -> o.getState() == OpeningState.APPROVED || o.getState() == OpeningState.OPEN)
            .toList(),
        Decision.Kind.SUSPENSION,
        abuse.getNumber(),
        now,
        (opening, decision) -> opening.suspend(now));
    requests.hold(abuse, addresses, now);
  }

  /** 4.14: what was blocked by the case is restored, as a decision of its own. */
  void restore(@Observes AbuseCleared act) {
    var now = act.abuseCase().getClosure().at();
    each(
        openings.on(act.abuseCase().getAddresses()).stream()
            .filter(o -> o.getState() == OpeningState.SUSPENDED)
            .toList(),
        Decision.Kind.RESTORATION,
        act.abuseCase().getNumber(),
        now,
        (opening, decision) -> opening.restore(decision, now));
    requests.release(act.abuseCase(), now);
  }

  /** The connection lost the addresses, and staff said that what is open on them ends. */
  void end(@Observes AddressesTaken act) {
    var now = clock.instant();
    each(
        openings.on(List.copyOf(act.cidrs())),
        Decision.Kind.ENDING,
        act.reason(),
        now,
        (opening, decision) -> opening.close(now));
  }

  private void each(
      List<Opening> lines,
      Decision.Kind kind,
      String reason,
      Instant now,
      BiConsumer<Opening, Decision> verb) {
    var byExemption =
        lines.stream().collect(groupingBy(Opening::getExemption, LinkedHashMap::new, toList()));
    Account by = actor.id() == null ? null : em.find(Account.class, actor.id());
    byExemption.forEach(
        (exemption, its) -> {
          var decision = new Decision(exemption, kind, by, reason, now);
          em.persist(decision);
          its.forEach(line -> verb.accept(line, decision));
          openings.follow(exemption, now);
          acts.fire(new ExemptionDecided(exemption, decision, its));
        });
  }
}
