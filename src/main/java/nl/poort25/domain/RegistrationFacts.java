package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.poort25.database.Batches;
import nl.poort25.domainname.DomainName;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Gathers the facts of registrations that are asked, of one as of all in a file: in a few queries,
 * however many are asked.
 */
@ApplicationScoped
@Transactional
class RegistrationFacts {
  /** No partner has it. */
  private static final long NOBODY = -1;

  /**
   * A piece of the index for each name: what lies between the first and the last of a file is most
   * of what the provider has. The slash follows the dot.
   */
  private static final String BELOW =
      """
      select (select r.id from registration r
          where r.held_name is not null and r.partner_id <> asked.partner
            and r.reversed_name >= asked.name || '.' and r.reversed_name < asked.name || '/'
          order by r.reversed_name fetch first 1 row only)
      from (values %s) as asked(name, partner)
      """;

  @PersistenceContext EntityManager em;
  @Inject RefusedClaims refused;
  @Inject ReservedNames reserved;
  @Inject Settings settings;

  /**
   * The facts of each, in that order. They compete with one another as with what is held: whoever
   * asks for a name first is in the way of those that follow.
   */
  List<RegistrationRuleFacts> of(List<RegistrationCandidate> asked, Instant now) {
    var round = new Round(asked, now);
    return asked.stream().map(round::facts).toList();
  }

  /** What those that are judged together are judged by. */
  private final class Round {
    private final int most = settings.number(Setting.REFUSED_NAMES_DAY);

    /** How many names partners were refused within a day. */
    private final Map<Long, Long> refusals;

    /** Who holds what may overlap one of the names, by the reversed name. */
    private final NavigableMap<String, Long> holders = new TreeMap<>();

    /** The partner whose names are in nobody's way, where there is no other. */
    private final long only;

    Round(List<RegistrationCandidate> asked, Instant now) {
      var guessing = asked.stream().filter(RegistrationCandidate::isGuess);
      refusals =
          refused.withinDay(
              guessing.map(RegistrationCandidate::partnerId).distinct().toList(), now);
      var partners = asked.stream().map(RegistrationCandidate::partnerId).distinct().toList();
      only = partners.size() == 1 ? partners.get(0) : NOBODY;
      var answered = asked.stream().filter(this::isAnswered).toList();
      findSameOrAbove(answered);
      // of one that is refused already nobody asks why once more
      findBelow(answered.stream().filter(one -> others(one).findAny().isEmpty()).toList());
    }

    private long refused(RegistrationCandidate asked) {
      return asked.isGuess() ? refusals.getOrDefault(asked.partnerId(), 0L) : 0;
    }

    private boolean isAnswered(RegistrationCandidate asked) {
      return asked.name() != null && refused(asked) < most;
    }

    private void findSameOrAbove(List<RegistrationCandidate> asked) {
      for (var some : Batches.of(asked.stream().flatMap(one -> texts(one.name())))) {
        find("r.heldName in :some", query -> query.setParameter("some", some));
      }
    }

    // two queries: with an "or" between them the embedded database would read every name there is
    private void findBelow(List<RegistrationCandidate> asked) {
      var below = Batches.of(asked.stream()).stream().flatMap(some -> idsBelow(some).stream());
      for (var some : Batches.of(below)) {
        find("r.id in :some", query -> query.setParameter("some", some));
      }
    }

    /** Of each one registration below it that is another's, where there is any. */
    private List<Long> idsBelow(List<RegistrationCandidate> asked) {
      String row = "(cast(? as varchar(253)), cast(? as bigint))";
      var query =
          em.createNativeQuery(
              BELOW.formatted(String.join(", ", Collections.nCopies(asked.size(), row))),
              Long.class);
      for (int i = 0; i < asked.size(); i++) {
        query.setParameter(2 * i + 1, asked.get(i).name().reversed());
        query.setParameter(2 * i + 2, asked.get(i).partnerId());
      }
      List<?> ids = query.getResultList();
      return ids.stream().filter(Objects::nonNull).map(id -> ((Number) id).longValue()).toList();
    }

    private void find(String where, UnaryOperator<TypedQuery<Object[]>> complete) {
      complete
          .apply(
              em.createQuery(
                  "select r.reversedName, r.partner.id from Registration r"
                      + " where r.partner.id <> :only and "
                      + where,
                  Object[].class))
          .setParameter("only", only)
          .getResultList()
          .forEach(row -> holders.put((String) row[0], (Long) row[1]));
    }

    RegistrationRuleFacts facts(RegistrationCandidate asked) {
      var name = asked.name();
      var others = isAnswered(asked) ? others(asked).limit(1).toList() : List.<String>of();
      if (name != null) {
        holders.putIfAbsent(name.reversed(), asked.partnerId());
      }
      return new RegistrationRuleFacts(
          asked.origin(),
          asked.application().action(),
          name,
          others,
          name == null ? List.of() : reserved.ofProvider(name),
          name == null ? List.of() : reserved.ofSpecialUse(name),
          refused(asked),
          most);
    }

    private Stream<String> others(RegistrationCandidate asked) {
      var name = asked.name();
      var under = holders.subMap(name.reversed() + ".", name.reversed() + "/");
      return Stream.concat(
              name.andAncestors()
                  .map(DomainName::reversed)
                  .filter(holders::containsKey)
                  .map(one -> Map.entry(one, holders.get(one))),
              under.entrySet().stream())
          .filter(one -> one.getValue() != asked.partnerId())
          .map(Map.Entry::getKey);
    }
  }

  private static Stream<String> texts(DomainName name) {
    return name.andAncestors().map(DomainName::toString);
  }
}
