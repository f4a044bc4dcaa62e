package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import nl.poort25.account.Account;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.exemption.ExemptionAct.ExemptionDecided;

/** How what was granted ends by a decision: of staff, or of the portal itself. */
@ApplicationScoped
@Transactional
class Endings {
  @PersistenceContext EntityManager em;
  @Inject Exemptions exemptions;
  @Inject Openings openings;
  @Inject Event<Act> acts;

  /** What is open ends by staff's decision, with a reason. */
  void end(long id, int version, String reason, long by, Instant now) {
    var exemption = exemptions.lock(id, Scope.ALL);
    exemption.mustStillBe(version);
    end(exemption, exemptions.openings(id), em.getReference(Account.class, by), reason, now);
  }

  /**
   * Closes these lines of one exemption.
   *
   * @param by null where the portal itself does
   */
  void end(Exemption exemption, List<Opening> lines, Account by, String reason, Instant now) {
    var decision = new Decision(exemption, Decision.Kind.ENDING, by, reason, now);
    em.persist(decision);
    var ended = lines.stream().filter(line -> line.getState().isCounted()).toList();
    ended.forEach(line -> line.close(now));
    openings.follow(exemption, now);
    acts.fire(new ExemptionDecided(exemption, decision, ended));
  }
}
