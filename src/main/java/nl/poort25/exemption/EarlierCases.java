package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** What a reviewer compares a request with: what was asked and decided before, by whomever. */
@ApplicationScoped
@Transactional
class EarlierCases {
  private static final int EARLIER = 10;
  private static final int ALIKE = 5;

  @PersistenceContext EntityManager em;

  /** Others that opened, or asked to open, one of these addresses before; newest first. */
  List<Opening> earlier(Exemption exemption, List<Opening> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select o from Opening o join fetch o.exemption e join fetch e.ticket"
                + " join fetch e.partner where o.destinationKey in :keys and e <> :own"
                + " order by o.id desc",
            Opening.class)
        .setParameter(
            "keys", lines.stream().map(o -> o.getFlow().destination().firstKey()).toList())
        .setParameter("own", exemption)
        .setMaxResults(EARLIER)
        .getResultList();
  }

  /** The latest decisions on requests of that kind. */
  List<Decision> alike(Exemption exemption) {
    return em.createQuery(
            "select d from Decision d join fetch d.exemption e join fetch e.partner"
                + " join fetch e.ticket left join fetch d.by where e.kind = :kind and e <> :own"
                + " and d.kind in (APPROVAL, PARTIAL_APPROVAL, REJECTION) order by d.id desc",
            Decision.class)
        .setParameter("kind", exemption.getKind())
        .setParameter("own", exemption)
        .setMaxResults(ALIKE)
        .getResultList();
  }
}
