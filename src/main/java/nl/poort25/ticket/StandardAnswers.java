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
public class StandardAnswers {
  @PersistenceContext EntityManager em;
  @Inject Event<Act> acts;

  /** All, by title: a page of them, not thousands. */
  @Transactional
  public List<StandardAnswer> all() {
    return em.createQuery("select a from StandardAnswer a order by a.title", StandardAnswer.class)
        .getResultList();
  }

  @Transactional
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
  @Transactional
  StandardAnswer find(Long id) {
    return id == null ? null : em.find(StandardAnswer.class, id);
  }

  @Transactional
  boolean isTaken(String title, Long except) {
    return all().stream()
        .anyMatch(a -> a.getTitle().equalsIgnoreCase(title) && !a.getId().equals(except));
  }

  @Transactional
  void add(StandardAnswerForm.Read read) {
    var answer = new StandardAnswer(read.title(), read.dutch(), read.english(), read.articles());
    em.persist(answer);
    acts.fire(new StandardAnswerAct.StandardAnswerAdded(answer));
  }

  @Transactional
  void change(long id, int version, StandardAnswerForm.Read read) {
    var answer = get(id);
    answer.mustStillBe(version);
    acts.fire(answer.change(read.title(), read.dutch(), read.english(), read.articles()));
  }

  @Transactional
  void remove(long id, int version) {
    var answer = get(id);
    answer.mustStillBe(version);
    em.remove(answer);
    acts.fire(new StandardAnswerAct.StandardAnswerRemoved(answer));
  }
}
