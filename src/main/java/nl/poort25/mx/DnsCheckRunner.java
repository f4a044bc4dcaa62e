package nl.poort25.mx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import nl.poort25.audit.Actor;
import nl.poort25.mx.DnsChecks.Run;
import nl.poort25.web.Retry;

/** Runs one DNS check: queries outside any transaction, then stores the result. */
@ApplicationScoped
class DnsCheckRunner {
  private static final Logger LOG = System.getLogger(DnsCheckRunner.class.getName());

  @Inject Dns dns;
  @Inject ConfiguredRelays relays;
  @Inject DnsChecks checks;
  @Inject Actor actor;

  /**
   * @param asker in whose name, or null for the portal itself
   * @return whether the DNS answered anything
   */
  @ActivateRequestContext
  boolean run(Run run, Actor.Person asker) {
    if (asker != null) {
      actor.actAs(asker);
    }
    try {
      var look =
          DnsCheckResult.at(run.proof(), run.needsTxt(), run.needsZone(), dns, relays.judge());
      stored(() -> checks.recordResult(run, look));
      return look.isAnswered();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the look at " + run.proof().name() + " broke off", e);
      stored(() -> checks.abort(run));
      return false;
    }
  }

  private static void stored(Runnable transaction) {
    Retry.onCollision(
        () -> {
          transaction.run();
          return null;
        });
  }
}
