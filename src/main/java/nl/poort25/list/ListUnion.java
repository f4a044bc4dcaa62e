package nl.poort25.list;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several lists in one statement: how many rows each has, counted no further than to a limit, or
 * the ids of its first few.
 *
 * @param <K> what each list is called
 */
public final class ListUnion<K> {
  private final Map<K, List<Part>> parts = new LinkedHashMap<>();
  private int added;

  /**
   * One of the selects.
   *
   * @param hql its rows' ids in order, without a limit
   * @param parameters of it
   * @param distinct whether one may come more than once
   */
  private record Part(int number, String hql, Map<String, Object> parameters, boolean distinct) {
    /** What its parameters are called among those of all parts. */
    private String own(String name) {
      return "n" + number + "_" + name;
    }

    private String among(String select) {
      return select.formatted(
          number, hql.replaceAll(":(\\w+)", ":" + own("$1")), distinct ? "distinct " : "");
    }
  }

  /**
   * Takes the rows of that list too; of a name that is there already, behind those.
   *
   * @param query of an entity; or of the numbers that it selects, each of which counts once
   * @throws IllegalArgumentException if it has conditions that no index has, and is not said to
   *     have few rows
   */
  public ListUnion<K> add(K key, ListQuery<?> query) {
    if (query.turns.isEmpty()) {
      add(key, query, query.start(0), 0);
    }
    for (Object turn : query.turns) {
      var start = query.start(1);
      start.set(0, turn);
      add(key, query, start, 1);
    }
    return this;
  }

  public ListUnion<K> addAll(Map<? extends K, ListQuery<?>> queries) {
    queries.forEach(this::add);
    return this;
  }

  private void add(K key, ListQuery<?> query, List<Object> start, int held) {
    if (!query.others.isEmpty() && !query.few) {
      throw new IllegalArgumentException(query.others + " of " + key);
    }
    var conditions =
        Stream.concat(
            query.bounds(Stream.of(query.order.beyond(held, false))), query.others.stream());
    String ownId = query.alias() + ".id";
    String selected = query.type == Long.class ? query.select : ownId;
    String hql = query.hql(selected + " as id", query.neededJoins(), conditions, false);
    var parameters = new HashMap<String, Object>(query.limits);
    parameters.putAll(query.parameters);
    for (int i = 0; i < start.size(); i++) {
      parameters.put("key" + i, start.get(i));
    }
    parts
        .computeIfAbsent(key, k -> new ArrayList<>())
        .add(new Part(added, hql, parameters, !selected.equals(ownId)));
    added++;
  }

  /**
   * How many rows each list has, also where it has none.
   *
   * @param most of each select
   */
  public Map<K, BoundedCount> count(EntityManager em, int most) {
    var found = new HashMap<Integer, BoundedCount>();
    var counted = new HashMap<Integer, Part>();
    for (var part : all()) {
      if (LongLists.contains(em, part.hql(), part.parameters())) {
        found.put(part.number(), new BoundedCount(most, true));
      } else {
        counted.put(part.number(), part);
      }
    }
    int enough = LongLists.enough(most);
    rows(
            em,
            counted.values(),
            // to sort out what comes twice takes as long as all the rest
            "select %1$d as part, count(%3$sc.id) as found, count(c.id) as looked from (%2$s fetch"
                + " first "
                + (enough + 1)
                + " rows only) c",
            "u.part, u.found, u.looked")
        .forEach(
            row -> {
              int number = ((Number) row[1]).intValue();
              boolean isCut = ((Number) row[2]).intValue() > enough;
              var part = counted.get((Integer) row[0]);
              if (isCut && number > most) {
                LongLists.add(em, part.hql(), part.parameters());
              }
              found.put(part.number(), BoundedCount.of(number, most, isCut));
            });
    var counts = new LinkedHashMap<K, BoundedCount>();
    parts.forEach(
        (key, some) ->
            counts.put(
                key,
                some.stream()
                    .map(part -> found.get(part.number()))
                    .reduce(BoundedCount.ZERO, BoundedCount::plus)));
    return counts;
  }

  /**
   * The ids of the first rows of each list, without those that have none.
   *
   * @param most of each select
   */
  public Map<K, List<Long>> first(EntityManager em, int most) {
    var found = new LinkedHashMap<Integer, List<Long>>();
    rows(
            em,
            all(),
            "select %1$d as part, c.id as id from (%2$s fetch first " + most + " rows only) c",
            "u.part, u.id")
        .forEach(
            row ->
                found.computeIfAbsent((Integer) row[0], n -> new ArrayList<>()).add((Long) row[1]));
    var ids = new LinkedHashMap<K, List<Long>>();
    parts.forEach(
        (key, some) -> {
          var all =
              some.stream()
                  .flatMap(part -> found.getOrDefault(part.number(), List.of()).stream())
                  .toList();
          if (!all.isEmpty()) {
            ids.put(key, all);
          }
        });
    return ids;
  }

  private List<Part> all() {
    return parts.values().stream().flatMap(List::stream).toList();
  }

  private static List<Object[]> rows(
      EntityManager em, Collection<Part> some, String select, String columns) {
    if (some.isEmpty()) {
      return List.of();
    }
    String all =
        some.stream().map(part -> part.among(select)).collect(Collectors.joining(" union all "));
    // within a select: H2 keeps no union as it has read it, and would read it again each time
    var query = em.createQuery("select %s from (%s) u".formatted(columns, all), Object[].class);
    for (var part : some) {
      part.parameters().forEach((name, value) -> query.setParameter(part.own(name), value));
    }
    return query.getResultList();
  }
}
