package nl.poort25.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nl.poort25.round.Round;
import nl.poort25.round.RoundRun;
import nl.poort25.round.Rounds;

/**
 * Background round that appends the seals of committed entries to the chain and makes an anchor a
 * day. It does not run in the act's transaction, since the chain has one end and acts would wait
 * for each other.
 */
@ApplicationScoped
@Transactional
public class AuditSealing {
  private static final int AT_ONCE = 500;
  private static final Duration BETWEEN_ANCHORS = Duration.ofDays(1);
  private static final int SHOWN = 31;
  private static final Logger LOG = System.getLogger(AuditSealing.class.getName());

  @PersistenceContext EntityManager em;
  @Inject AuditKeys keys;
  @Inject AuditSealing transactional;
  @Inject Rounds rounds;
  @Inject InstantSource clock;
  @Inject Event<AnchorMade> made;

  void start(@Observes Startup event) {
    rounds.start(Round.SEAL, "the audit log was not sealed", this::round);
  }

  private void round(RoundRun turn) {
    var key = keys.current();
    while (transactional.append(key) == AT_ONCE && !turn.isOver()) {
      // the next ones
    }
    transactional.makeAnchor(key);
  }

  int append(AuditKey key) {
    return AuditChain.locked(em).append(em, key, AT_ONCE);
  }

  /** Makes an anchor if one is due and there is anything new to anchor. */
  void makeAnchor(AuditKey key) {
    var now = clock.instant();
    var latest = anchors(1);
    var since =
        latest.isEmpty()
            ? em.find(StoredAuditKey.class, StoredAuditKey.ONLY).getSince()
            : latest.get(0).getMadeAt();
    if (!isDue(since, now)) {
      return; // each second, and without the lock
    }
    var end = AuditChain.locked(em);
    long anchored = latest.isEmpty() ? 0 : latest.get(0).getPosition();
    if (end.getPosition() > anchored) {
      var anchor = new Anchor(key, end.getPosition(), end.getChain(), now);
      em.persist(anchor);
      made.fire(new AnchorMade(anchor));
      // the log of the server is a second place outside the database
      LOG.log(Level.INFO, "anchor of the audit log: {0}", anchor.line());
    }
  }

  /** Also where the clock was set back behind the last one. */
  static boolean isDue(Instant last, Instant now) {
    return Duration.between(last, now).abs().compareTo(BETWEEN_ANCHORS) >= 0;
  }

  private List<Anchor> anchors(int most) {
    return em.createQuery("select a from Anchor a order by a.position desc", Anchor.class)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * How the seal stands.
   *
   * @param now the end of the chain, signed; null before the first seal
   * @param waiting entries that have no place in it yet
   * @param anchors those that auditors were sent, newest first
   */
  public record Status(Anchor now, long waiting, String publicKey, List<Anchor> anchors) {}

  public Status standing() {
    var key = keys.current();
    var end = AuditChain.read(em);
    long waiting =
        em.createQuery("select count(s) from AuditSeal s where s.position is null", Long.class)
            .getSingleResult();
    var now =
        end.getPosition() == 0
            ? null
            : new Anchor(key, end.getPosition(), end.getChain(), clock.instant());
    return new Status(now, waiting, key.publicKey(), anchors(SHOWN));
  }
}
