package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.account.Scope;
import org.hibernate.Hibernate;

/** The exemptions, looked up as a partner or as staff may see them. */
@ApplicationScoped
@Transactional
public class Exemptions {
  @PersistenceContext EntityManager em;

  /** With all that its page shows; none but its own partner sees a draft. */
  public Exemption get(long id, Scope scope) {
    var exemption =
        em
            .createQuery(
                "select e from Exemption e join fetch e.partner join fetch e.createdBy"
                    + " left join fetch e.connection c left join fetch c.customer"
                    + " left join fetch e.ticket t left join fetch t.assignedTo"
                    + " left join fetch t.filedBy"
                    + " left join fetch e.acknowledged.by where e.id = :id",
                Exemption.class)
            .setParameter("id", id)
            .getResultList()
            .stream()
            .filter(e -> isSeen(e, scope))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    Hibernate.initialize(exemption.getAnswers().getServers());
    return exemption;
  }

  private static boolean isSeen(Exemption exemption, Scope scope) {
    return scope.includes(exemption.getPartner())
        && (!scope.isAll() || exemption.getState() != ExemptionState.DRAFT);
  }

  /** The same, and nobody else changes it until the transaction ends. */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  Exemption lock(long id, Scope scope) {
    var exemption = get(id, scope);
    em.refresh(exemption, LockModeType.PESSIMISTIC_WRITE);
    return exemption;
  }

  /** Its lines with who confirmed them and on which decision, in the order they were asked. */
  public List<Opening> openings(long exemptionId) {
    return em.createQuery(
            "select o from Opening o left join fetch o.confirmed.by left join fetch o.decision"
                + " where o.exemption.id = :exemption order by o.exemption.id, o.id",
            Opening.class)
        .setParameter("exemption", exemptionId)
        .getResultList();
  }

  /** The lines of many, by the id of the exemption. */
  Map<Long, List<Opening>> openings(List<Exemption> exemptions) {
    if (exemptions.isEmpty()) {
      return Map.of();
    }
    return em
        .createQuery(
            "select o from Opening o where o.exemption in :exemptions order by o.id", Opening.class)
        .setParameter("exemptions", exemptions)
        .getResultList()
        .stream()
        .collect(Collectors.groupingBy(o -> o.getExemption().getId()));
  }

  /** With who took them and what was overruled, oldest first. */
  public List<Decision> decisions(long exemptionId) {
    return em.createQuery(
            "select distinct d from Decision d left join fetch d.by left join fetch d.overrulings"
                + " where d.exemption.id = :exemption order by d.id",
            Decision.class)
        .setParameter("exemption", exemptionId)
        .getResultList();
  }

  /** Those decisions by their ids, with their exemptions and who decided. */
  public Map<Long, Decision> decided(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return em
        .createQuery(
            "select d from Decision d join fetch d.exemption e join fetch e.partner"
                + " join fetch e.ticket left join fetch d.by where d.id in :ids",
            Decision.class)
        .setParameter("ids", ids)
        .getResultList()
        .stream()
        .collect(Collectors.toMap(Decision::getId, decision -> decision));
  }
}
