package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.poort25.it.Eventually;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An older copy of the database is put back, and the points know more than it: ten kinds of changes
 * made after the copy, with the numbers of the points ahead of it, and level with it.
 */
class RestoredIT {
  private static final int TURNS = 5;

  /** Of what the points know, and say of it. */
  private static final int KINDS = 3;

  @TempDir static Path folder;
  private static RestoredDatabase database;

  @BeforeAll
  static void start() {
    database = new RestoredDatabase(folder);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static void turns(PlayedPoint... points) {
    for (int i = 0; i < TURNS; i++) {
      for (var point : points) {
        point.turn(database.url());
      }
    }
  }

  private static SortedSet<String> without(SortedSet<String> lines, String address) {
    var rest = new TreeSet<>(lines);
    rest.removeIf(line -> line.endsWith(" " + address));
    return rest;
  }

  /** Ahead, level, and ahead with agents that do not say what they hold. */
  @Test
  void whatWasDecidedAfterTheCopyStaysUntilTheNetworkRoleHasSeenTheDifference() {
    for (int run = 0; run < Math.max(KINDS, Trials.RUNS); run++) {
      trial(run % KINDS == 1, run % KINDS != 2);
    }
  }

  private static void trial(boolean level, boolean tells) {
    try (var world = new RestoredWorld(database.url())) {
      world.beforeTheCopy();
      database.copyNow();
      world.afterTheCopy();
      if (!tells) {
        world.edge.tellsNoDigest();
        world.relay.tellsNoDigest();
      }
      var edge = world.edge.lines();
      var relay = world.relay.lines();
      long ahead = world.edge.number();
      database.putBack();
      world.isRestored();
      if (level) {
        world.decideUntil(ahead, world.relay.number());
      }
      world.edge.reportsTwiceAtOnce(database.url());
      turns(world.edge, world.relay);
      world.isHeld(world.edge);
      world.isHeld(world.relay);
      assertTrue(world.alarms().says("de database is ouder dan het punt"));
      turns(world.edge, world.relay);
      assertEquals(edge, world.edge.lines(), "nothing opens and nothing closes");
      assertEquals(relay, world.relay.lines(), "nothing comes to the relays, or leaves them");

      // another point is not held: it gets what is decided now
      String now = world.approvedNow();
      Eventually.holds(
          "at the other point",
          () -> {
            world.idle.turn(database.url());
            return world.idle.lines().contains(now);
          });
      turns(world.edge);
      assertEquals(edge, world.edge.lines(), "an approval of now waits here");
      world.saysWhyItWaits();

      // a new block goes out: of what was opened after the copy, which is not known here
      String denied = world.blockNow(RestoredWorld.OPENED);
      Eventually.holds(
          "closed and denied",
          () -> {
            turns(world.edge, world.relay);
            return !world.edge.lines().equals(edge) && !world.relay.lines().equals(relay);
          });
      turns(world.edge, world.relay);
      assertEquals(without(edge, RestoredWorld.OPENED), world.edge.lines());
      var more = new TreeSet<>(relay);
      more.removeAll(world.relay.lines());
      assertEquals(List.of(), List.copyOf(more), "denials stay, and so does the rest");
      var added = new TreeSet<>(world.relay.lines());
      added.removeAll(relay);
      assertEquals(1, added.size(), added.toString());
      assertTrue(added.first().startsWith(denied), added.toString());
      world.isHeld(world.edge);

      world.letsGo(world.edge);
      world.letsGo(world.relay);
      Eventually.holds(
          "the ordinary state",
          () -> {
            turns(world.edge, world.relay, world.idle);
            return world.edge.lines().equals(world.idle.lines()) && !world.isStillHeld();
          });
      assertFalse(world.edge.lines().equals(edge));
      assertTrue(world.page(world.edge).says("zoals het moet"), world.page(world.edge).toString());
      assertTrue(world.page(world.relay).says("zoals het moet"));
      assertTrue(world.edge.number() > ahead);
    }
  }

  /**
   * Put back, and the portal started again meanwhile; in the long form also the true thing:
   * stopped, the older file in its place, started.
   */
  @Test
  void aHoldOutlastsAStopOfThePortalAndASecondRestoredCopy() {
    try (var world = new RestoredWorld(database.url())) {
      world.beforeTheCopy();
      database.copyNow();
      world.afterTheCopy();
      var edge = world.edge.lines();
      database.putBack();
      if (Trials.isLong()) {
        database.stop();
        database.start();
        world.isAt(database.url());
      }
      world.isRestored();
      turns(world.edge, world.relay);
      world.isHeld(world.edge);
      database.stop();
      database.start();
      world.isAt(database.url());
      turns(world.edge);
      world.isHeld(world.edge);
      database.putBack();
      world.isRestored();
      turns(world.edge, world.relay);
      world.isHeld(world.edge);
      assertEquals(edge, world.edge.lines());
      // decided again, so that nothing is left to be seen: it ends by itself
      world.decideAgain();
      Eventually.holds(
          "like what is wanted",
          () -> {
            turns(world.edge);
            return !world.page(world.edge).says("De database is ouder dan dit punt");
          });
      assertEquals(edge, world.edge.lines());
    }
  }
}
