package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BodySlotsTest {
  private static final String MANY = "192.0.2.1";
  private static final String ONE = "192.0.2.2";
  private final BodySlots places = new BodySlots(3, 1000);

  private static BodyReceiver from(String client) {
    return ArrivalsOfTest.from(client, 500, 0);
  }

  @Test
  void whoComesGetsAPlaceOfTheClientThatHasMost() {
    var alone = from(ONE);
    var first = from(MANY);
    var second = from(MANY);
    assertEquals(Optional.empty(), places.enter(alone));
    assertEquals(Optional.empty(), places.enter(first));
    assertEquals(Optional.empty(), places.enter(second));
    assertEquals(Optional.of(first), places.enter(from(ONE)), "the one that takes longest");
    assertTrue(places.enter(from(ONE)).isPresent());
  }

  @Test
  void oneThatLeftTakesNoPlace() {
    var first = from(MANY);
    places.enter(first);
    places.enter(from(MANY));
    places.enter(from(MANY));
    places.leave(first);
    assertEquals(Optional.empty(), places.enter(from(ONE)));
  }

  @Test
  void whoSendsMostGivesWayWhereTheDiskIsTaken() {
    var much = from(MANY);
    var little = from(ONE);
    places.enter(little);
    places.enter(much);
    assertEquals(Optional.empty(), places.countReceived(much, 900));
    assertEquals(Optional.empty(), places.countReceived(little, 100));
    assertEquals(Optional.of(much), places.countReceived(little, 1));
    places.forget(much);
    assertEquals(Optional.empty(), places.countReceived(little, 899), "its bytes are gone");
  }

  @Test
  void whatIsWorkedOnCountsUntilItIsForgotten() {
    var whole = from(MANY);
    var next = from(ONE);
    places.enter(whole);
    places.countReceived(whole, 1000);
    places.leave(whole);
    places.enter(next);
    assertEquals(Optional.of(next), places.countReceived(next, 1));
    places.forget(next);
    places.forget(whole);
    places.forget(whole);
    places.enter(next);
    assertEquals(Optional.empty(), places.countReceived(next, 1000));
  }

  @Test
  void theWholeTimeCountsAndNotThePace() {
    var small = ArrivalsOfTest.from(ONE, 500, 0);
    var large = ArrivalsOfTest.from(ONE, 64 * 1024 * 60, 0);
    var huge = ArrivalsOfTest.from(ONE, 1L << 40, 0);
    places.enter(small);
    places.enter(large);
    places.enter(huge);
    assertEquals(Set.of(), places.late(Duration.ofSeconds(30).toNanos()));
    assertEquals(Set.of(small), places.late(Duration.ofSeconds(31).toNanos()));
    assertEquals(Set.of(small, large), places.late(Duration.ofSeconds(91).toNanos()));
    assertEquals(Set.of(small, large, huge), places.late(Duration.ofSeconds(601).toNanos()));
  }
}
