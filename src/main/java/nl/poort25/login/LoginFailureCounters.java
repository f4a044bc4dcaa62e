package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Repository of the failed attempts, in transactions of their own. */
@ApplicationScoped
@Transactional
class LoginFailureCounters {
  /** Within hours every count has been halved to nothing. */
  private static final Duration KEPT = Duration.ofDays(1);

  @PersistenceContext EntityManager em;

  @Transactional(TxType.REQUIRES_NEW)
  LoginFailureLimiter.Attempt count(
      List<LoginFailureLimiter.ThrottledSubject> subjects, Instant now) {
    // in one order, so that two attempts do not wait for each other
    var ordered =
        subjects.stream()
            .sorted(Comparator.comparing(LoginFailureLimiter.ThrottledSubject::about))
            .toList();
    var rows = new ArrayList<LoginFailureCounter>();
    var pause = Duration.ZERO;
    for (var subject : ordered) {
      var row = em.find(LoginFailureCounter.class, subject.about(), LockModeType.PESSIMISTIC_WRITE);
      rows.add(row);
      if (row != null) {
        var left = subject.by().pause(row.failed(), now);
        pause = left.compareTo(pause) > 0 ? left : pause;
      }
    }
    var marks = new ArrayList<LoginFailureLimiter.Mark>();
    for (int i = 0; i < rows.size() && pause.isZero(); i++) {
      var subject = ordered.get(i);
      var row = rows.get(i);
      var before = row == null ? LoginFailureCount.NONE : row.failed();
      var after = subject.by().count(before, now);
      if (row == null) {
        row = new LoginFailureCounter(subject.about());
        row.update(after);
        em.persist(row);
        em.flush(); // at the commit, the container would log that the other was first
      } else {
        row.update(after);
      }
      marks.add(new LoginFailureLimiter.Mark(subject, before, after));
    }
    return new LoginFailureLimiter.Attempt(pause, List.copyOf(marks));
  }

  @Transactional(TxType.REQUIRES_NEW)
  void takeBack(List<LoginFailureLimiter.Mark> marks) {
    for (var mark : marks) {
      var row =
          em.find(
              LoginFailureCounter.class, mark.counted().about(), LockModeType.PESSIMISTIC_WRITE);
      if (row != null) {
        row.update(afterSuccess(mark, row.failed()));
      }
    }
  }

  /**
   * What stays held against a subject after one success. An account starts anew; an address does
   * not, or who has one account could try all others beside it.
   */
  static LoginFailureCount afterSuccess(LoginFailureLimiter.Mark mark, LoginFailureCount now) {
    if (mark.counted().by() != LoginThrottle.ADDRESS) {
      return LoginFailureCount.NONE;
    }
    return now.equals(mark.after())
        ? mark.before()
        : new LoginFailureCount(Math.max(0, now.count() - 1), now.last());
  }

  /** Rows that say nothing any more. */
  @Transactional(TxType.REQUIRES_NEW)
  int forget(Instant now) {
    return em.createQuery("delete from LoginFailureCounter f where f.lastAt < :old")
        .setParameter("old", now.minus(KEPT))
        .executeUpdate();
  }
}
