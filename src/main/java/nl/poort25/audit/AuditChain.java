package nl.poort25.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.List;

/** The end of the hash chain over all seals: one row, which is locked while seals are appended. */
@Entity
@Table(name = "audit_chain")
public class AuditChain {
  static final String START = "";
  private static final int ONLY = 1;

  @Id private int id;

  private long position;
  private String chain;

  @Column(name = "copied_until")
  private long copiedUntil;

  protected AuditChain() {}

  /** Of a log whose first entry is still to be sealed. */
  static AuditChain empty() {
    var empty = new AuditChain();
    empty.id = ONLY;
    empty.chain = START;
    return empty;
  }

  /** It, for this transaction alone. */
  static AuditChain locked(EntityManager em) {
    var end = em.find(AuditChain.class, ONLY, LockModeType.PESSIMISTIC_WRITE);
    if (end == null) {
      throw new IllegalStateException("the end of the chain of the audit log is missing");
    }
    return end;
  }

  static AuditChain read(EntityManager em) {
    return em.find(AuditChain.class, ONLY);
  }

  /**
   * Appends what is committed and has no place yet; first what was written before there were seals.
   *
   * @param most entries at once
   * @return how many; fewer than that where none is left
   */
  int append(EntityManager em, AuditKey key, int most) {
    if (copiedUntil < key.oldUntil()) {
      return appendOld(em, key, most);
    }
    var waiting =
        em.createQuery(
                "select s from AuditSeal s where s.position is null order by s.entryId",
                AuditSeal.class)
            .setMaxResults(most)
            .getResultList();
    waiting.forEach(seal -> append(key, seal));
    return waiting.size();
  }

  private int appendOld(EntityManager em, AuditKey key, int most) {
    List<AuditEntry> old =
        em.createQuery(
                "select e from AuditEntry e where e.id > :after and e.id <= :until"
                    + " and not exists (select 1 from AuditSeal s where s.entryId = e.id)"
                    + " order by e.id",
                AuditEntry.class)
            .setParameter("after", copiedUntil)
            .setParameter("until", key.oldUntil())
            .setMaxResults(most)
            .getResultList();
    for (var entry : old) {
      var seal = new AuditSeal(key, entry.row());
      append(key, seal);
      em.persist(seal);
      em.detach(entry);
    }
    copiedUntil = old.size() < most ? key.oldUntil() : old.get(most - 1).getId();
    return most; // the others are still to come
  }

  private void append(AuditKey key, AuditSeal seal) {
    position++;
    chain = seal.append(key, chain, position);
  }

  long getPosition() {
    return position;
  }

  String getChain() {
    return chain;
  }
}
