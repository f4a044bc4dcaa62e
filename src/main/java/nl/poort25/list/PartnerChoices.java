package nl.poort25.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the partner that staff has typed the name of, or that a link has the id of: of a provider
 * with thousands of partners no page can offer all of them.
 */
@ApplicationScoped
@Transactional
public class PartnerChoices {
  private static final int OFFERED = 100;

  @PersistenceContext EntityManager em;

  /**
   * @param query of the list's URL, whose "partner" is an id, a name, or as much of one as no other
   *     begins with
   */
  public PartnerChoice read(MultivaluedMap<String, String> query) {
    var names = names();
    String typed = ListUrl.text(query, "partner");
    if (typed == null) {
      return new PartnerChoice(null, null, names);
    }
    Long id = ListUrl.number(query, "partner");
    return (id == null ? named(typed) : withId(id))
        .map(found -> new PartnerChoice((Long) found[0], (String) found[1], names))
        .orElse(new PartnerChoice(null, typed, names));
  }

  private List<String> names() {
    var names =
        em.createQuery("select p.name from Partner p order by p.name", String.class)
            .setMaxResults(OFFERED + 1)
            .getResultList();
    return names.size() > OFFERED ? List.of() : names;
  }

  private Optional<Object[]> withId(long id) {
    return em.createQuery("select p.id, p.name from Partner p where p.id = :id", Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  private Optional<Object[]> named(String typed) {
    String lower = typed.toLowerCase(Locale.ROOT);
    var found =
        em.createQuery(
                "select p.id, p.name from Partner p where lower(p.name) like :begin escape '!'"
                    + " order by length(p.name), p.name",
                Object[].class)
            .setParameter("begin", lower.replaceAll("[!%_]", "!$0") + "%")
            .setMaxResults(2)
            .getResultList();
    boolean known = found.size() == 1 || (!found.isEmpty() && isName(found.get(0), lower));
    return known ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean isName(Object[] found, String lower) {
    return ((String) found[1]).toLowerCase(Locale.ROOT).equals(lower);
  }
}
