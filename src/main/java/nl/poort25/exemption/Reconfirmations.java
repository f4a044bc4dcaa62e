package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.exemption.ExemptionAct.ConfirmationMissed;
import nl.poort25.exemption.ExemptionAct.ConfirmationReminded;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/** Queries and acts of the yearly confirmation that an exemption is still needed (4.18). */
@ApplicationScoped
@Transactional
class Reconfirmations {
  private static final int BATCH = 500;

  @PersistenceContext EntityManager em;
  @Inject Exemptions exemptions;
  @Inject Endings endings;
  @Inject Settings settings;
  @Inject Event<Act> acts;

  /** Those for which something may be due. */
  List<Long> due(Instant now) {
    return em.createQuery(
            // without a lower bound H2 reads all that are null: every one that is not granted
            "select e.id from Exemption e where e.term.by > :begin and e.term.by <= :soon"
                + " and e.term.reminders <= :most order by e.term.by, e.id",
            Long.class)
        .setParameter("begin", Instant.EPOCH)
        .setParameter("soon", now.plus(ReconfirmationDue.ahead()))
        .setParameter("most", ReconfirmationDue.REMINDERS)
        .setMaxResults(BATCH)
        .getResultList();
  }

  /** Reminds the partner; or, once the term is over, makes it a task for staff, or ends it. */
  @ActivateRequestContext
  void remindOrEnd(long id, Instant now) {
    var exemption = exemptions.lock(id, Scope.ALL);
    if (exemption.getConfirmBy() == null) {
      return;
    }
    switch (exemption.getTerm().due(now)) {
      case REMIND -> {
        exemption.getTerm().recordReminder();
        acts.fire(new ConfirmationReminded(exemption));
      }
      case MISSED -> {
        var due = exemption.getConfirmBy();
        exemption.getTerm().recordMissed();
        acts.fire(new ConfirmationMissed(exemption, due));
        if (settings.flag(Setting.EXEMPTION_CLOSE_UNCONFIRMED)) {
          endings.end(exemption, exemptions.openings(id), null, null, now);
        }
      }
      case NOT_YET -> {
        // its time has not come
      }
    }
  }
}
