package nl.poort25.mx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.poort25.audit.Actor;
import nl.poort25.mx.DnsChecks.Finished;
import nl.poort25.mx.DnsChecks.Lane;
import nl.poort25.mx.DnsChecks.Run;
import nl.poort25.mx.DnsChecks.Taken;
import nl.poort25.web.Retry;

/** Runs DNS checks: queries outside any transaction, then stores the results. */
@ApplicationScoped
class DnsCheckRunner {
  private static final Logger LOG = System.getLogger(DnsCheckRunner.class.getName());

  private Dns dns;
  private ConfiguredRelays relays;
  private DnsChecks checks;
  private Actor actor;

  protected DnsCheckRunner() {}

  @Inject
  DnsCheckRunner(Dns dns, ConfiguredRelays relays, DnsChecks checks, Actor actor) {
    this.dns = dns;
    this.relays = relays;
    this.checks = checks;
    this.actor = actor;
  }

  /**
   * Looks and stores, one name, and waits for it.
   *
   * @param asker in whose name
   */
  @ActivateRequestContext
  void run(Run run, Actor.Person asker) {
    actor.actAs(asker);
    storeOne(look(run).join());
  }

  Taken take(Lane lane, int most) {
    return Retry.onCollision(() -> checks.take(lane, most));
  }

  /** Begins a look; it never fails. */
  CompletableFuture<Finished> look(Run run) {
    try {
      return DnsCheckResult.at(run.proof(), run.needsTxt(), run.needsZone(), dns, relays.judge())
          .handle((result, failure) -> finished(run, result, failure));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(finished(run, null, e));
    }
  }

  private static Finished finished(Run run, DnsCheckResult result, Throwable failure) {
    if (failure != null) {
      LOG.log(Level.ERROR, "the look at " + run.proof().name() + " broke off", failure);
    }
    return new Finished(run, result);
  }

  /**
   * Stores many in one transaction; where that fails, each in one of its own, so that none costs
   * another.
   */
  @ActivateRequestContext
  void store(List<Finished> all) {
    var single = new ArrayList<Finished>();
    var many = new ArrayList<Finished>();
    all.forEach(one -> (one.result() == null ? single : many).add(one));
    if (!many.isEmpty()) {
      single.addAll(storeMany(many));
    }
    single.forEach(this::storeOne);
  }

  /** Those that are left. */
  private List<Finished> storeMany(List<Finished> many) {
    try {
      return checks.recordResults(many);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "each look is stored by itself", e);
      return many;
    }
  }

  private void storeOne(Finished one) {
    try {
      if (one.result() != null) {
        stored(() -> checks.recordResult(one.run(), one.result()));
        return;
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the look at " + one.run().proof().name() + " could not be stored", e);
    }
    try {
      stored(() -> checks.abort(one.run()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the look at " + one.run().proof().name() + " is left to time out", e);
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
