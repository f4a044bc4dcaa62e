package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nl.poort25.audit.Act;
import nl.poort25.web.Conflict;

/**
 * Signs the documents for points, and changes the signing key by a document that the previous key
 * signs; a point that was away gets them one after the other. The first key is made at the first
 * start; where two nodes start at once, the first row counts for both.
 */
@ApplicationScoped
@Transactional
class SigningKeys {
  private static final String CURRENT =
      "select k from SigningKey k where k.endedAt is null order by k.id";

  @PersistenceContext EntityManager em;
  @Inject InstantSource clock;
  @Inject Event<Act> acts;

  void start(@Observes Startup event) {
    if (em.createQuery(CURRENT, SigningKey.class).setMaxResults(1).getResultList().isEmpty()) {
      em.persist(SigningKey.generate(clock.instant()));
    }
  }

  String sign(byte[] bytes) {
    return key().sign(bytes);
  }

  /** The public half, for a point to pin. */
  String pem() {
    return key().pem();
  }

  String fingerprint() {
    return key().fingerprint();
  }

  Instant since() {
    return key().madeAt();
  }

  private SigningKey key() {
    return em.createQuery(CURRENT, SigningKey.class).setMaxResults(1).getSingleResult();
  }

  private List<SigningKey> all() {
    return em.createQuery("select k from SigningKey k order by k.id", SigningKey.class)
        .getResultList();
  }

  /**
   * What leads a point to the key after that one.
   *
   * @param fingerprint null for a point that does not say
   */
  Optional<String> changeFrom(String fingerprint) {
    return all().stream()
        .filter(key -> key.fingerprint().equals(fingerprint))
        .findFirst()
        .map(SigningKey::change);
  }

  /** How a point gets to the key of now. */
  KeyStatus standing(String fingerprint) {
    if (fingerprint == null) {
      return KeyStatus.UNSAID;
    }
    if (fingerprint.equals(fingerprint())) {
      return KeyStatus.CURRENT;
    }
    return changeFrom(fingerprint).isPresent() ? KeyStatus.BEHIND : KeyStatus.FOREIGN;
  }

  /**
   * A new key, which the one before signs. That is destroyed then.
   *
   * @param shown the fingerprint of the key that staff saw
   * @param leftBehind the names of the points that cannot follow, as staff saw them; or empty
   */
  void change(String shown, String note, String leftBehind, Instant now) {
    var before = locked(shown);
    var next = SigningKey.generate(now);
    before.forEach(key -> key.end(next, now));
    replace(next);
    acts.fire(new SigningKeyAct.SigningKeyChanged(next, shown, note, leftBehind));
  }

  /**
   * A new key in place of one that was stolen: nothing that the stolen one signs leads to it, since
   * the thief signs as well. Every point is installed anew.
   *
   * @param shown the fingerprint of the key that staff saw
   */
  void replaceStolen(String shown, String note, Instant now) {
    locked(shown).forEach(key -> key.end(null, now));
    all().forEach(SigningKey::dropChange);
    var next = SigningKey.generate(now);
    replace(next);
    acts.fire(new SigningKeyAct.SigningKeyStolen(next, shown, note));
  }

  /** Those in use, the one that signs first; there are more where two nodes started at once. */
  private List<SigningKey> locked(String shown) {
    var keys =
        em.createQuery(CURRENT, SigningKey.class)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    if (keys.isEmpty() || !keys.get(0).fingerprint().equals(shown)) {
      throw new Conflict("the signing key was changed since");
    }
    return keys;
  }

  // what points wait for has another number, so that they hear of it at once
  private void replace(SigningKey next) {
    em.persist(next);
    em.flush();
    em.createQuery("update Point p set p.numbers.documentCount = p.numbers.documentCount + 1")
        .executeUpdate();
  }
}
