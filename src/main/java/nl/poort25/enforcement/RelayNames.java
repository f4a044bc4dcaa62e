package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Walks all names that the relays have lines for, that are registered, or that have a mark. */
@ApplicationScoped
@Transactional
class RelayNames {
  private static final int AT_ONCE = 500;

  @PersistenceContext EntityManager em;
  @Inject DesiredStates desired;
  @Inject HeldLines held;
  @Inject RelayChanges changes;

  /**
   * Some names.
   *
   * @param upTo the last that was looked at, from which to go on; null where these were the last
   */
  record Page(SortedSet<String> names, String upTo) {}

  /** Those that follow. */
  Page after(String name) {
    var registered =
        next(
            "select r.heldName from Registration r where r.heldName > :after order by r.heldName",
            name);
    var lines =
        next(
            // of lines that have ended too: asked for those that last, H2 reads them all each time
            "select l.addressKey from LineSpan l where l.addressKey > :after order by l.addressKey",
            name);
    String upTo = earlier(last(registered), last(lines));
    var names = new TreeSet<>(registered);
    lines.stream().filter(RelayNames::isName).forEach(names::add);
    // of what has neither a registration nor a line any more
    names.addAll(changes.namesBetween(name, upTo));
    return new Page(upTo == null ? names : names.headSet(upTo, true), upTo);
  }

  private List<String> next(String query, String after) {
    return em.createQuery(query, String.class)
        .setParameter("after", after)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /** Null where no more follow. */
  private static String last(List<String> page) {
    return page.size() < AT_ONCE ? null : page.get(page.size() - 1);
  }

  private static String earlier(String one, String other) {
    return one == null ? other : other == null || one.compareTo(other) < 0 ? one : other;
  }

  /** And no key of an address, of the store or the postmaster. */
  private static boolean isName(String key) {
    return key.indexOf('.') > 0;
  }

  /** What is to change in the lines of these names. */
  LineChange change(SortedSet<String> names) {
    return names.isEmpty()
        ? new LineChange()
        : LineChange.between(held.of(names), desired.of(names));
  }
}
