package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.InstantSource;
import java.util.List;
import nl.poort25.account.Scope;
import nl.poort25.web.Conflict;
import nl.poort25.web.Retry;

/**
 * Activates many orders at once, each in a transaction of its own, so that one failure stops no
 * other.
 */
@ApplicationScoped
class BulkActivation {
  @Inject MailServices services;
  @Inject InstantSource clock;

  enum Result {
    DONE,
    /** takes an act of its own, with a note (3.5) */
    NOT_PROVEN,
    /** by another person, or the partner changed it */
    CHANGED
  }

  /**
   * @param service null where there is none of that id
   */
  record Outcome(MailService service, Result result) {
    public boolean isDone() {
      return result == Result.DONE;
    }

    public String name() {
      return service.getRegistration().getUnicodeName();
    }
  }

  /**
   * @param ticked "id:version"
   */
  List<Outcome> all(List<String> ticked) {
    return ticked.stream()
        .distinct()
        .filter(t -> t.matches("\\d{1,18}:\\d{1,9}"))
        .map(this::one)
        .toList();
  }

  private Outcome one(String ticked) {
    String[] seen = ticked.split(":");
    long id = Long.parseLong(seen[0]);
    int version = Integer.parseInt(seen[1]);
    MailService service;
    try {
      service = services.get(id, Scope.ALL);
    } catch (NotFoundException e) {
      return new Outcome(null, Result.CHANGED);
    }
    if (!service.getRegistration().getControl().isProven()) {
      return new Outcome(service, Result.NOT_PROVEN);
    }
    try {
      Retry.onCollision(
          () -> {
            services.activate(id, version, null, clock.instant());
            return null;
          });
      return new Outcome(service, Result.DONE);
    } catch (RuntimeException e) {
      if (Conflict.isConflict(e)) {
        return new Outcome(service, Result.CHANGED);
      }
      throw e;
    }
  }
}
