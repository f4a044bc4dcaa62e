package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.poort25.database.Batches;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.RelayLine;
import nl.poort25.web.Sha256;

/**
 * The lines that last: of the newest generation of a target. They are read by the index that keeps
 * them single, which has them in the order of their text.
 */
@ApplicationScoped
@Transactional
class HeldLines {
  /** Behind all that begins with a word and a space. */
  private static final char BEHIND = ' ' + 1;

  /** More at once, and H2 writes what it found to a file before it gives any of it. */
  private static final int AT_ONCE = 5000;

  @PersistenceContext EntityManager em;

  /** The digest of their text, and how many they are. */
  record Summary(String digest, int count) {}

  /**
   * @param target locked, or they may be of two generations
   */
  Summary summary(EnforcementTarget target) {
    var digest = Sha256.digest();
    int[] count = new int[1];
    forEach(
        target,
        text -> {
          digest.update((text + "\n").getBytes(US_ASCII));
          count[0]++;
        });
    return new Summary(HexFormat.of().formatHex(digest.digest()), count[0]);
  }

  /** All in the order of their text, without ever having more than some of them. */
  void forEach(EnforcementTarget target, Consumer<String> each) {
    String begin = target + " ";
    String after = begin;
    List<String> some;
    do {
      some =
          em.createQuery(
                  "select l.held from LineSpan l where l.held > :after and l.held < :end"
                      + " order by l.held",
                  String.class)
              .setParameter("after", after)
              .setParameter("end", target.toString() + BEHIND)
              .setMaxResults(AT_ONCE)
              .getResultList();
      for (String held : some) {
        each.accept(held.substring(begin.length()));
        after = held;
      }
    } while (some.size() == AT_ONCE);
  }

  /** Those of the relays of that kind, of which there are few. */
  SortedMap<DesiredLine, Cause> of(RelayLine.Kind kind) {
    return byLine(
        em.createQuery(
                "select l.text, l.cause, l.causeId from LineSpan l"
                    + " where l.held > :begin and l.held < :end",
                Object[].class)
            .setParameter("begin", begin(kind))
            .setParameter("end", end(kind))
            .getResultList());
  }

  /** Whether the relays have more than so many of that kind. */
  boolean hasMoreThan(int many, RelayLine.Kind kind) {
    return !em.createQuery(
            "select l.held from LineSpan l where l.held > :begin and l.held < :end"
                + " order by l.held",
            String.class)
        .setParameter("begin", begin(kind))
        .setParameter("end", end(kind))
        .setFirstResult(many)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private static String begin(RelayLine.Kind kind) {
    return EnforcementTarget.RELAY + " " + kind.word() + " ";
  }

  private static String end(RelayLine.Kind kind) {
    return EnforcementTarget.RELAY + " " + kind.word() + BEHIND;
  }

  /** Those of the relays for these names. */
  SortedMap<DesiredLine, Cause> of(Collection<String> names) {
    return byLine(
        Batches.rows(
                em,
                Object[].class,
                "select l.text, l.cause, l.causeId from LineSpan l"
                    + " where l.addressKey in :some and l.target = RELAY and l.until is null",
                names.stream())
            .toList());
  }

  private static SortedMap<DesiredLine, Cause> byLine(List<Object[]> rows) {
    var lines = new TreeMap<DesiredLine, Cause>();
    rows.forEach(
        row ->
            lines.put(
                RelayLine.parse((String) row[0]), new Cause((Cause.Kind) row[1], (Long) row[2])));
    return lines;
  }

  /** What changed between that generation of the target and the newest. */
  LineChange since(EnforcementTarget target, long number) {
    // two statements: with one, H2 reads all lines that there ever were
    var before = changed(target, number, "l.until > :number and l.from <= :number");
    var after = changed(target, number, "l.from > :number and l.until is null");
    var change = new LineChange();
    before.forEach(
        (text, cause) -> {
          if (!after.containsKey(text)) {
            change.remove(text, cause);
          }
        });
    after.forEach(
        (text, cause) -> {
          if (!before.containsKey(text)) {
            change.add(text, cause);
          }
        });
    return change;
  }

  private SortedMap<String, Cause> changed(EnforcementTarget target, long number, String which) {
    var lines = new TreeMap<String, Cause>();
    em.createQuery(
            "select l.text, l.cause, l.causeId from LineSpan l where l.target = :target and "
                + which,
            Object[].class)
        .setParameter("target", target)
        .setParameter("number", number)
        .getResultList()
        .forEach(row -> lines.put((String) row[0], new Cause((Cause.Kind) row[1], (Long) row[2])));
    return lines;
  }
}
