package nl.poort25.mx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.poort25.mx.DnsChecks.Finished;
import nl.poort25.mx.DnsChecks.Lane;
import nl.poort25.mx.DnsChecks.Taken;
import nl.poort25.round.RoundRun;

/**
 * One run of a round: takes names that are due, a batch at a time, has them looked up side by side,
 * and stores what has come by then, a batch at a time. All of it on one thread and one connection
 * of the database, so that pages have the others; a name that nobody answers for keeps none of the
 * others waiting.
 */
final class DnsSweep {
  private static final int LARGEST_BATCH = 100;

  /** At a low rate a batch is smaller, rather than later. */
  private static final int BATCHES_A_SECOND = 5;

  private final Lane lane;
  private final DnsCheckRunner runner;
  private final int most;
  private final int batch;
  private final long pause;
  private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
  private int underWay;
  private int looked;
  private boolean heard;

  /**
   * @param most names that are looked up at a time
   * @param second names that are begun in a second, at most
   */
  DnsSweep(Lane lane, DnsCheckRunner runner, int most, int second) {
    this.lane = lane;
    this.runner = runner;
    this.most = most;
    batch = Math.max(1, Math.min(LARGEST_BATCH, second / BATCHES_A_SECOND));
    pause = Duration.ofSeconds(1).toNanos() * batch / second;
  }

  void run(RoundRun turn) throws InterruptedException {
    boolean more = true;
    while (more || underWay > 0) {
      long until = System.nanoTime() + pause;
      more = more && !turn.isOver();
      int room = Math.min(batch, most - underWay);
      if (more && room > 0) {
        more = begin(room);
      }
      store(collect(until, more));
    }
  }

  /** How many names were looked at. */
  int looked() {
    return looked;
  }

  /** Whether anybody said anything of any. */
  boolean isHeard() {
    return heard;
  }

  /** Whether more may be due. */
  private boolean begin(int room) {
    Taken taken = runner.take(lane, room);
    underWay += taken.runs().size();
    for (var run : taken.runs()) {
      var unused = runner.look(run).thenAccept(finished::add); // it never fails
    }
    return taken.due() == room;
  }

  /** What comes until then, or all there is if nothing more is to begin then. */
  private List<Finished> collect(long until, boolean more) throws InterruptedException {
    var some = new ArrayList<Finished>();
    finished.drainTo(some);
    for (long left = until - System.nanoTime();
        left > 0 && (more || some.size() < underWay);
        left = until - System.nanoTime()) {
      var one = finished.poll(left, TimeUnit.NANOSECONDS);
      if (one != null) {
        some.add(one);
      }
    }
    return some;
  }

  private void store(List<Finished> some) {
    for (int from = 0; from < some.size(); from += LARGEST_BATCH) {
      runner.store(some.subList(from, Math.min(from + LARGEST_BATCH, some.size())));
    }
    underWay -= some.size();
    looked += some.size();
    heard |= some.stream().anyMatch(Finished::isAnswered);
  }
}
