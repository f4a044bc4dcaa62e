package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import nl.poort25.audit.Act;

/** The texts that staff begins answers with. */
@ApplicationScoped
@Transactional
public class StandardAnswers {
  @PersistenceContext EntityManager em;
  @Inject Event<Act> acts;

  /** All, by title: a page of them, not thousands. */
  public List<StandardAnswer> all() {
    return em.createQuery("select a from StandardAnswer a order by a.title", StandardAnswer.class)
        .getResultList();
  }

  StandardAnswer get(long id) {
    return em
        .createQuery("select a from StandardAnswer a where a.id = :id", StandardAnswer.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** The one of that id; null for none, also of rubbish. */
  StandardAnswer find(Long id) {
    return id == null ? null : em.find(StandardAnswer.class, id);
  }

  boolean isTaken(String title, Long except) {
    return all().stream()
        .anyMatch(a -> a.getTitle().equalsIgnoreCase(title) && !a.getId().equals(except));
  }

  void add(StandardAnswerForm.Read read) {
    var answer = new StandardAnswer(read);
    em.persist(answer);
    acts.fire(new StandardAnswerAct.StandardAnswerAdded(answer));
  }

  void change(long id, int version, StandardAnswerForm.Read read) {
    var answer = get(id);
    answer.mustStillBe(version);
    acts.fire(answer.change(read));
  }

  void remove(long id, int version) {
    var answer = get(id);
    answer.mustStillBe(version);
    em.remove(answer);
    acts.fire(new StandardAnswerAct.StandardAnswerRemoved(answer));
  }
}
