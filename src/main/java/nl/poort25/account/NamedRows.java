package nl.poort25.account;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.web.Rows;

/**
 * One page of a list of things with a name, found by the key of the last row before it.
 *
 * @param first URL of the first page, or null where this is it
 * @param next URL of the next page, or null where there is none
 */
public record NamedRows<T extends Named>(List<T> rows, Listing listing, String first, String next) {
  /**
   * @param where a JPQL condition on {@code x} with its parameters
   */
  static <T extends Named> NamedRows<T> of(
      EntityManager em,
      Class<T> type,
      Listing listing,
      String where,
      Map<String, Object> parameters) {
    var all = new HashMap<>(parameters);
    var jpql = new StringBuilder("select x from " + type.getSimpleName() + " x where " + where);
    if (listing.q() != null) {
      boolean mail = type == Account.class;
      jpql.append(" and (lower(x.name) like :q escape '!'")
          .append(
              mail && !listing.q().contains(Account.STAND_IN)
                  ? " or x.email like :q escape '!')"
                  : ")");
      all.put("q", listing.like());
    }
    var last =
        listing.after() == null ? null : anchor(em, type, listing.after(), where, parameters);
    if (last != null) {
      jpql.append(
          listing.newest()
              ? " and x.id < :id"
              : " and (lower(x.name) > lower(:name)"
                  + " or (lower(x.name) = lower(:name) and x.id > :id))");
      all.put("id", last.getId());
      if (!listing.newest()) {
        all.put("name", last.getName());
      }
    }
    jpql.append(listing.newest() ? " order by x.id desc" : " order by lower(x.name), x.id");
    var query = em.createQuery(jpql.toString(), type);
    all.forEach(query::setParameter);
    var page = Rows.of(query, Named::getId);
    return new NamedRows<>(
        page.rows(),
        listing,
        last == null ? null : listing.first(),
        page.next() == null ? null : listing.next(page.next()));
  }

  /** Looked for in this list only: where another one's row would stand is nobody's business. */
  private static <T extends Named> T anchor(
      EntityManager em, Class<T> type, long id, String where, Map<String, Object> parameters) {
    var query =
        em.createQuery(
                "select x from " + type.getSimpleName() + " x where x.id = :anchor and " + where,
                type)
            .setParameter("anchor", id);
    parameters.forEach(query::setParameter);
    return query.getResultList().stream().findFirst().orElse(null);
  }

  public boolean empty() {
    return rows.isEmpty();
  }

  /** Empty because nothing fits the filter, or because there is nothing yet. */
  public boolean filtered() {
    return listing.filtered();
  }
}
