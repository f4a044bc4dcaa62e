package nl.poort25.enforcement;

import com.google.common.collect.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import nl.poort25.database.Batches;

/**
 * The marks of what changed for the relays. Whoever takes some reads them first, then what was
 * decided, and removes just these: one with a lower number may be committed meanwhile.
 */
@ApplicationScoped
@Transactional
class RelayChanges {
  private static final int AT_ONCE = 500;

  @PersistenceContext EntityManager em;

  /** Whether there is one that was not looked at yet. */
  boolean isAnyNew() {
    return !em.createQuery("select c.id from RelayChange c where c.heldBack = false", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The lines of that name are to be computed again, or of null of all. */
  void note(String name) {
    em.persist(new RelayChange(name));
  }

  /** Those that say that all is to be computed again. */
  List<Long> ofAll() {
    return em.createQuery(
            "select c.id from RelayChange c where c.name is null and c.destination is null",
            Long.class)
        .getResultList();
  }

  /** In place of the destinations that changed, the names whose mail goes there. */
  void resolveDestinations() {
    List<Object[]> some;
    do {
      some =
          em.createQuery(
                  "select c.id, c.destination from RelayChange c"
                      + " where c.name is null and c.destination is not null",
                  Object[].class)
              .setMaxResults(AT_ONCE)
              .getResultList();
      if (!some.isEmpty()) {
        em.createQuery(
                "insert into RelayChange (name, heldBack) select distinct s.name, false"
                    + " from MailService s where s.state = ACTIVE"
                    + " and s.delivery.destination in :destinations")
            .setParameter("destinations", some.stream().map(row -> row[1]).distinct().toList())
            .executeUpdate();
        remove(some.stream().map(row -> (Long) row[0]).toList());
      }
    } while (some.size() == AT_ONCE);
  }

  /** The next names after that one, in their order, each once. */
  List<String> namesAfter(String name) {
    return em.createQuery(
            "select distinct c.name from RelayChange c where c.name > :name order by c.name",
            String.class)
        .setParameter("name", name)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /**
   * All after the one name up to the other.
   *
   * @param last null for no end
   */
  List<String> namesBetween(String name, String last) {
    var query =
        em.createQuery(
                "select distinct c.name from RelayChange c where c.name > :name"
                    + (last == null ? "" : " and c.name <= :last"),
                String.class)
            .setParameter("name", name);
    return (last == null ? query : query.setParameter("last", last)).getResultList();
  }

  /** Those of these names, and of the destinations to which mail of these names goes. */
  boolean isAnyOf(Collection<String> names) {
    return !of(names).isEmpty()
        || Batches.rows(
                em,
                Long.class,
                "select c.id from RelayChange c where c.destination in"
                    + " (select s.delivery.destination from MailService s where s.name in :some)",
                names.stream())
            .findAny()
            .isPresent()
        || !ofAll().isEmpty();
  }

  /** The marks of these names. */
  List<Long> of(Collection<String> names) {
    return Batches.rows(
            em, Long.class, "select c.id from RelayChange c where c.name in :some", names.stream())
        .toList();
  }

  /** What they say is in the newest generation. */
  void remove(List<Long> ids) {
    execute("delete from RelayChange c where c.id in :ids", ids);
  }

  /** What they say waits for the network role: they are looked at again with what comes next. */
  void holdBack(List<Long> ids) {
    execute("update RelayChange c set c.heldBack = true where c.id in :ids", ids);
  }

  private void execute(String statement, List<Long> ids) {
    for (var some : Lists.partition(ids, AT_ONCE)) {
      em.createQuery(statement).setParameter("ids", some).executeUpdate();
    }
  }
}
