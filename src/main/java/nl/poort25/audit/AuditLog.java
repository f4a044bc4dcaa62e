package nl.poort25.audit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nl.poort25.database.StoredNames;
import nl.poort25.policy.PolicyVersion;

/**
 * Writes and reads the entries. What a query holds fast stands first in its order too: only then
 * does H2 walk the index instead of sorting everything that it finds.
 */
@ApplicationScoped
@Transactional
public class AuditLog {
  @PersistenceContext EntityManager em;
  @Inject Actor actor;
  @Inject AuditKeys keys;
  @Inject InstantSource clock;

  /**
   * In the act's own transaction: no act without its entry, no entry without its act. Before every
   * other observer, so that an act stands in the log before what follows from it.
   */
  @Transactional(TxType.MANDATORY) // what is told to have happened must have
  void write(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Act act) {
    var key = keys.current();
    var entry = new AuditEntry(act, actor, PolicyVersion.current().id(), clock.instant());
    em.persist(entry);
    em.persist(new AuditSeal(key, entry.row()));
  }

  /** The latest acts on one subject, newest first. */
  public List<AuditEntry> history(String type, long id, int most) {
    return em.createQuery(
            "select e from AuditEntry e where e.subjectType = :type and e.subjectId = :id"
                + " order by e.subjectType desc, e.subjectId desc, e.at desc, e.id desc",
            AuditEntry.class)
        .setParameter("type", type)
        .setParameter("id", id)
        .setMaxResults(most)
        .getResultList();
  }

  /** How often the same happened to the same subject since then. */
  public long countSince(Act act, Instant then) {
    return em.createQuery(
            "select count(e) from AuditEntry e where e.subjectType = :type and e.subjectId = :id"
                + " and e.at > :then and e.act = :act",
            Long.class)
        .setParameter("type", act.subject().type())
        .setParameter("id", act.subject().id())
        .setParameter("then", then)
        .setParameter("act", StoredNames.of(act.getClass()))
        .getSingleResult();
  }

  /** The latest acts of one person, newest first. */
  public List<AuditEntry> by(long actorId, int most) {
    return em.createQuery(
            "select e from AuditEntry e where e.actorId = :actor"
                + " order by e.actorId desc, e.at desc, e.id desc",
            AuditEntry.class)
        .setParameter("actor", actorId)
        .setMaxResults(most)
        .getResultList();
  }

  /** The latest acts in a partner's matters, newest first; who came and went is none of them. */
  public List<AuditEntry> latest(long partnerId, int most) {
    return em.createQuery(
            "select e from AuditEntry e where e.partnerId = :partner"
                + " and e.act not in ('SignedIn', 'SignedInAnew', 'SignedOut', 'SessionEnded',"
                + " 'OtherSessionsEnded')"
                + " order by e.partnerId desc, e.at desc, e.id desc",
            AuditEntry.class)
        .setParameter("partner", partnerId)
        .setMaxResults(most)
        .getResultList();
  }
}
