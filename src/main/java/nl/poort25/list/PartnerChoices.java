package nl.poort25.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Once there are more than are offered there always are: none is ever removed. */
  private volatile boolean many;

  private record Named(Long id, String name) {
    boolean begins(String lower) {
      return name.toLowerCase(Locale.ROOT).startsWith(lower);
    }

    boolean isCalled(String lower) {
      return name.toLowerCase(Locale.ROOT).equals(lower);
    }
  }

  /**
   * @param query of the list's URL, whose "partner" is an id, a name, or as much of one as no other
   *     begins with
   */
  public PartnerChoice read(MultivaluedMap<String, String> query) {
    var offered = many ? List.<Named>of() : offered();
    var names = offered.stream().map(Named::name).toList();
    String typed = ListUrl.text(query, "partner");
    if (typed == null) {
      return new PartnerChoice(null, null, names);
    }
    Long id = ListUrl.number(query, "partner");
    String lower = typed.toLowerCase(Locale.ROOT);
    List<Named> found;
    if (many) {
      found = id == null ? begin(lower) : withId(id);
    } else {
      found =
          offered.stream().filter(p -> id == null ? p.begins(lower) : p.id().equals(id)).toList();
    }
    return meant(found, lower)
        .map(partner -> new PartnerChoice(partner.id(), partner.name(), names))
        .orElse(new PartnerChoice(null, typed, names));
  }

  /** The only one, or the one that is called just so. */
  private static Optional<Named> meant(List<Named> found, String lower) {
    return found.size() == 1
        ? Optional.of(found.get(0))
        : found.stream().filter(partner -> partner.isCalled(lower)).findFirst();
  }

  private List<Named> offered() {
    var all = named("order by p.name", Map.of(), OFFERED + 1);
    many = all.size() > OFFERED;
    return many ? List.of() : all;
  }

  private List<Named> withId(long id) {
    return named("where p.id = :id", Map.of("id", id), 1);
  }

  /** The one that is called so first, if there is one: no other is as short. */
  private List<Named> begin(String lower) {
    return named(
        "where lower(p.name) like :begin escape '!' order by length(p.name), p.name",
        Map.of("begin", lower.replaceAll("[!%_]", "!$0") + "%"),
        2);
  }

  private List<Named> named(String which, Map<String, Object> parameters, int most) {
    var query = em.createQuery("select p.id, p.name from Partner p " + which, Object[].class);
    parameters.forEach(query::setParameter);
    return query
        .setMaxResults(most)
        .getResultStream()
        .map(row -> new Named((Long) row[0], (String) row[1]))
        .toList();
  }
}
