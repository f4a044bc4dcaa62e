package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.poort25.round.OverdueRounds;
import nl.poort25.round.Round;
import org.junit.jupiter.api.Test;

class RoundWatchdogTest {
  private final List<String> done = new ArrayList<>();
  private final EnumSet<Round> late = EnumSet.noneOf(Round.class);
  private final RoundWatchdog rounds;
  private boolean failing;
  private long nanos;

  RoundWatchdogTest() {
    var lateness =
        new OverdueRounds() {
          @Override
          public Set<Round> late() {
            return late;
          }
        };
    var alarms =
        new Alarms() {
          @Override
          public void raise(Alarm.Kind kind, String about, String detail, Instant now) {
            done.add("raise " + kind + " " + about);
            if (failing) {
              throw new IllegalStateException("the database is away");
            }
          }

          @Override
          public void end(Alarm.Kind kind, String about, Instant now) {
            done.add("end " + kind + " " + about);
          }
        };
    rounds = new RoundWatchdog(lateness, alarms, () -> Instant.EPOCH);
    rounds.nanos = () -> nanos;
    rounds.begin();
  }

  private List<String> looks() {
    done.clear();
    rounds.look();
    return List.copyOf(done);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void isRaisedAtEachLookAndEndsWhenItWasInTimeForAWhile() {
    late.add(Round.MAIL);
    assertEquals(List.of("raise LATE MAIL"), looks());
    assertEquals(List.of("raise LATE MAIL"), looks(), "another node may have ended it");
    pass(Duration.ofMinutes(2));
    looks();
    late.clear();
    pass(Duration.ofSeconds(50));
    assertEquals(0, looks().stream().filter(l -> l.equals("end LATE MAIL")).count());
    pass(Duration.ofSeconds(20));
    assertEquals(1, looks().stream().filter(l -> l.equals("end LATE MAIL")).count());
    assertEquals(List.of(), looks(), "once");
  }

  @Test
  void whatAProcessBeforeThisOneLeftBehindEnds() {
    pass(Duration.ofMinutes(2));
    assertEquals(Round.values().length, looks().size());
    assertEquals(List.of(), looks());
  }

  @Test
  void oneThatCannotBeRaisedHoldsUpNoOther() {
    late.add(Round.ENFORCEMENT);
    late.add(Round.MAIL);
    failing = true;
    assertEquals(List.of("raise LATE ENFORCEMENT", "raise LATE MAIL"), looks());
  }
}
