package nl.poort25.list;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds the partner that staff has typed the name of, or that a link has the id of: of a provider
 * with thousands of partners no page can offer all of them.
 */
@ApplicationScoped
@Transactional
public class PartnerChoices {
  private static final int MOST = 100;

  /** What was found a moment ago, so that not every page of staff asks for it again. */
  private static final Cache<Asked, List<Named>> KNOWN =
      CacheBuilder.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(1_000).build();

  @PersistenceContext EntityManager em;

  private record Named(Long id, String name) {
    boolean isCalled(String lower) {
      return name.toLowerCase(Locale.ROOT).equals(lower);
    }

    boolean begins(String lower) {
      return name.toLowerCase(Locale.ROOT).startsWith(lower);
    }
  }

  /** Counts up with each name that is new or another. */
  private static final AtomicLong AGE = new AtomicLong();

  private record Asked(
      EntityManagerFactory of, long age, String which, Map<String, Object> parameters) {}

  /**
   * @param query of the list's URL, whose "partner" is an id, a name, or as much of one as no other
   *     begins with
   */
  public PartnerChoice read(MultivaluedMap<String, String> query) {
    var all = named("order by p.name", Map.of(), MOST + 1);
    boolean many = all.size() > MOST;
    var names = many ? List.<String>of() : all.stream().map(Named::name).toList();
    String typed = ListUrl.text(query, "partner");
    if (typed == null) {
      return new PartnerChoice(null, null, names);
    }
    Long id = ListUrl.number(query, "partner");
    String lower = typed.toLowerCase(Locale.ROOT);
    List<Named> found;
    if (id != null) {
      found = withId(id);
    } else {
      found = many ? begin(lower) : all.stream().filter(partner -> partner.begins(lower)).toList();
    }
    return meant(found, lower)
        .map(partner -> new PartnerChoice(partner.id(), partner.name(), names))
        .orElse(new PartnerChoice(null, typed, names));
  }

  /** A name is new: this node finds it from now on, another one in a minute. */
  public void forget() {
    AGE.incrementAndGet();
  }

  /** The only one, or the one that is called just so. */
  private static Optional<Named> meant(List<Named> found, String lower) {
    return found.size() == 1
        ? Optional.of(found.get(0))
        : found.stream().filter(partner -> partner.isCalled(lower)).findFirst();
  }

  private List<Named> withId(long id) {
    return named("where p.id = :id", Map.of("id", id), 1);
  }

  /** The one that is called so first, if there is one: no other is as short. */
  private List<Named> begin(String lower) {
    return find(
        "where lower(p.name) like :begin escape '!' order by length(p.name), p.name",
        Map.of("begin", lower.replaceAll("[!%_]", "!$0") + "%"),
        2);
  }

  private List<Named> named(String which, Map<String, Object> parameters, int most) {
    var asked = new Asked(em.getEntityManagerFactory(), AGE.get(), which, parameters);
    var known = KNOWN.getIfPresent(asked);
    if (known == null) {
      known = find(which, parameters, most);
      KNOWN.put(asked, known);
    }
    return known;
  }

  private List<Named> find(String which, Map<String, Object> parameters, int most) {
    var query = em.createQuery("select p.id, p.name from Partner p " + which, Object[].class);
    parameters.forEach(query::setParameter);
    return query
        .setMaxResults(most)
        .getResultStream()
        .map(row -> new Named((Long) row[0], (String) row[1]))
        .toList();
  }
}
