package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.poort25.account.SecretToken;

/**
 * What is kept in sessions for a later page: secrets by name, the sentence of the page before, and
 * a form that was typed.
 */
@ApplicationScoped
@Transactional
class SessionStorage {
  @PersistenceContext EntityManager em;

  void keepFlash(long id, String flash) {
    em.createQuery("update Session s set s.flash = :flash where s.id = :id")
        .setParameter("flash", flash)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Not what another request has said meanwhile. */
  void dropFlash(long id, String shown) {
    em.createQuery("update Session s set s.flash = null where s.id = :id and s.flash = :shown")
        .setParameter("id", id)
        .setParameter("shown", shown)
        .executeUpdate();
  }

  /**
   * @param sealed what {@link SealedForms} sealed; null to forget it
   */
  void keepForm(long id, String sealed) {
    em.createQuery("update Session s set s.keptForm = :form where s.id = :id and s.endedAt is null")
        .setParameter("form", sealed)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Of one that is half. */
  Optional<String> keptForm(long id) {
    return em
        .createQuery("select s.keptForm from Session s where s.id = :id", String.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  void keep(long id, SecretToken token, String name, String value) {
    var session = em.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (session != null) {
      session.keep(token, name, value);
    }
  }

  /** What was kept under that name, which is gone then: of two requests one gets it. */
  Optional<String> take(long id, SecretToken token, String name) {
    var session = em.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (session == null) {
      return Optional.empty();
    }
    var value = Optional.ofNullable(session.kept(token).get(name));
    value.ifPresent(v -> session.keep(token, name, null));
    return value;
  }

  Map<String, String> kept(long id, SecretToken token) {
    var session = em.find(Session.class, id);
    return session == null ? Map.of() : session.kept(token);
  }
}
