package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.poort25.database.Batches;
import nl.poort25.mailservice.MailServiceRuleFacts.Taken;

/**
 * Gathers the facts of mail services that are asked, of one as of all in a file: in a few queries,
 * however many are asked.
 */
@ApplicationScoped
@Transactional
class MailServiceFacts {
  @PersistenceContext EntityManager em;

  private record Held(Long id, Taken taken) {}

  /**
   * The facts of each, in that order. They compete with one another as with what is ordered or
   * active: one counts for those of the same name that follow.
   */
  List<MailServiceRuleFacts> of(List<MailServiceCandidate> asked) {
    var held = held(asked);
    return asked.stream().map(one -> facts(one, held)).toList();
  }

  private static MailServiceRuleFacts facts(
      MailServiceCandidate asked, Map<String, List<Held>> held) {
    var ofName = held.computeIfAbsent(asked.name(), name -> new ArrayList<>());
    var taken =
        ofName.stream()
            .filter(other -> asked.id() == null || !asked.id().equals(other.id()))
            .map(Held::taken)
            .toList();
    if (asked.delivery() != null) {
      ofName.add(new Held(asked.id(), new Taken(asked.kind(), asked.delivery())));
    }
    return new MailServiceRuleFacts(
        asked.name(),
        asked.registration() == null || asked.registration().isActive(),
        asked.kind(),
        asked.delivery(),
        taken,
        asked.unreachable());
  }

  private Map<String, List<Held>> held(List<MailServiceCandidate> asked) {
    var held = new HashMap<String, List<Held>>();
    var registrations =
        asked.stream().map(MailServiceCandidate::registration).filter(Objects::nonNull);
    Batches.rows(
            em,
            MailService.class,
            "select s from MailService s where s.registration in :some"
                + " and s.state in (ORDERED, ACTIVE) order by s.id",
            registrations)
        .forEach(
            service ->
                held.computeIfAbsent(service.getName(), name -> new ArrayList<>())
                    .addAll(held(service)));
    return held;
  }

  /** What it is, and what it is wanted to become. */
  private static List<Held> held(MailService service) {
    return Stream.of(service.getDelivery(), service.getWanted())
        .filter(Objects::nonNull)
        .map(delivery -> new Held(service.getId(), new Taken(service.getKind(), delivery)))
        .toList();
  }
}
