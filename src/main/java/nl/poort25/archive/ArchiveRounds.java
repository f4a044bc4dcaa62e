package nl.poort25.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import nl.poort25.round.Round;
import nl.poort25.round.RoundRun;
import nl.poort25.round.Rounds;
import nl.poort25.setting.Settings;

/** Moves what is old to the archive, now and then; where that is not possible, nothing goes. */
@ApplicationScoped
public class ArchiveRounds {
  private static final Logger LOG = System.getLogger(ArchiveRounds.class.getName());

  @Inject ArchiveBatches batches;
  @Inject ArchiveFolder folder;
  @Inject Settings settings;
  @Inject InstantSource clock;
  @Inject Rounds rounds;
  Iterable<ArchiveSource> sources;
  private volatile String fault;

  /** All there are, in whichever package. */
  @Inject
  void find(@Any Instance<ArchiveSource> found) {
    sources = found;
  }

  void start(@Observes Startup event) {
    rounds.start(Round.ARCHIVE, "what is old could not be moved to the archive", this::run);
  }

  /** What stopped the last run; empty where it came to its end. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** What one of them cannot move holds up none of the others. */
  void run(RoundRun turn) {
    String found = null;
    for (var source : sources) {
      try {
        run(source, turn);
      } catch (ArchiveFault.Busy e) {
        LOG.log(Level.DEBUG, "not now", e);
      } catch (ArchiveFault e) {
        turn.markInVain();
        found = found == null ? e.getMessage() : found;
      }
    }
    recordEnd(found);
  }

  private void run(ArchiveSource source, RoundRun turn) {
    var kept = settings.period(source.keeps());
    if (kept.isPresent()) {
      var before = clock.instant().minus(kept.get());
      boolean more = true;
      while (more && !turn.isOver()) {
        more = batches.move(source, before) > 0;
      }
    }
  }

  private void recordEnd(String found) {
    if (found != null && !found.equals(fault)) {
      LOG.log(
          Level.WARNING,
          "not all that is old moves to the archive, and what does not is not deleted: {0}",
          found);
    } else if (found == null && fault != null) {
      LOG.log(Level.INFO, "what is old moves to {0} again", folder.path());
    }
    fault = found;
  }
}
