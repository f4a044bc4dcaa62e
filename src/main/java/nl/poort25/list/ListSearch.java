package nl.poort25.list;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks through the rows that come next in the order of a list for those that meet conditions which
 * no index has: once for a page and its count.
 */
final class ListSearch<T> {
  private final EntityManager em;
  private final ListQuery<T> query;
  private final Map<List<Object>, Looked> looked = new HashMap<>();

  ListSearch(EntityManager em, ListQuery<T> query) {
    this.em = em;
    this.query = query;
  }

  /** A row that meets the conditions. */
  record Match(long id, List<Object> key) {}

  /**
   * @param end the key of the last row that was looked at; null where there are no more
   */
  private record Looked(List<Match> matches, List<Object> end) {}

  /**
   * @param held how many of the first columns have the value of the key
   * @param value of the column that has one of several
   */
  ListReader.Found<Match> matches(ListPart part, int held, Object value) {
    var all =
        looked.computeIfAbsent(
            Arrays.asList(part.key(), part.back(), value), key -> look(part, held, value));
    return all.matches().size() < part.most()
        ? new ListReader.Found<>(all.matches(), all.end())
        : new ListReader.Found<>(all.matches().subList(0, part.most()), null);
  }

  /** What was found is not there any more. */
  void lookAgain() {
    looked.clear();
  }

  private Looked look(ListPart part, int held, Object value) {
    String selected =
        "%s, %s.id, case when %s then 1 else 0 end"
            .formatted(query.order.selected(), query.alias(), String.join(" and ", query.others));
    String hql =
        query.hql(selected, query.neededJoins(), query.beyond(part, held, value), part.back());
    var rows =
        query
            .create(em, hql, Object[].class, part, value)
            .setMaxResults(ListReader.SEARCHED)
            .getResultList();
    var matches = rows.stream().filter(ListSearch::isMatch).map(ListSearch::match).toList();
    return new Looked(
        matches, rows.size() < ListReader.SEARCHED ? null : key(rows.get(rows.size() - 1)));
  }

  private static boolean isMatch(Object[] row) {
    return (Integer) row[row.length - 1] == 1;
  }

  private static Match match(Object[] row) {
    return new Match((Long) row[row.length - 2], key(row));
  }

  private static List<Object> key(Object[] row) {
    return List.of(Arrays.copyOf(row, row.length - 2));
  }
}
