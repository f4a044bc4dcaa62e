package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import nl.poort25.list.ListUrl;

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
    var found = id == null ? named(typed) : em.find(Partner.class, id);
    return found == null
        ? new PartnerChoice(null, typed, names)
        : new PartnerChoice(found.getId(), found.getName(), names);
  }

  private List<String> names() {
    var names =
        em.createQuery("select p.name from Partner p order by p.name", String.class)
            .setMaxResults(OFFERED + 1)
            .getResultList();
    return names.size() > OFFERED ? List.of() : names;
  }

  private Partner named(String typed) {
    String lower = typed.toLowerCase(Locale.ROOT);
    var found =
        em.createQuery(
                "select p from Partner p where lower(p.name) like :begin escape '!'"
                    + " order by length(p.name), p.name",
                Partner.class)
            .setParameter("begin", NamedList.escaped(lower) + "%")
            .setMaxResults(2)
            .getResultList();
    boolean known =
        found.size() == 1
            || (!found.isEmpty() && found.get(0).getName().toLowerCase(Locale.ROOT).equals(lower));
    return known ? found.get(0) : null;
  }
}
