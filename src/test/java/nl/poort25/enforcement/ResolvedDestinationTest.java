package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inet.ipaddr.IPAddressString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.mailservice.DestinationCheck;
import nl.poort25.network.Cidr;
import org.junit.jupiter.api.Test;

class ResolvedDestinationTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final ResolvedDestination destination = new ResolvedDestination("mail.klant.nl");

  private static DestinationCheck to(Duration ttl, String... addresses) {
    return DestinationCheck.to(
        Stream.of(addresses).map(a -> new IPAddressString(a).getAddress()).toList(), ttl);
  }

  private boolean passes(Instant now) {
    return destination.recordLookup(to(DAY, "2001:db8::25", "192.0.2.26", "192.0.2.25"), now);
  }

  private List<String> addresses() {
    return destination.getAddresses().stream().map(Cidr::toString).toList();
  }

  @Test
  void theSameAnswerInAnotherOrderChangesNothing() {
    assertTrue(passes(START));
    assertEquals(List.of("192.0.2.25", "192.0.2.26", "2001:db8::25"), addresses());
    assertFalse(
        destination.recordLookup(to(DAY, "192.0.2.25", "2001:db8::25", "192.0.2.26"), at(3600)));
    assertTrue(destination.recordLookup(to(DAY, "192.0.2.25"), at(7200)));
    assertEquals(List.of("192.0.2.25"), addresses());
  }

  @Test
  void whatCannotBeLookedUpStaysAsItWasForAnHour() {
    passes(START);
    assertFalse(destination.recordLookup(DestinationCheck.UNKNOWN, at(3599)));
    assertEquals(3, addresses().size());
    assertTrue(destination.recordLookup(DestinationCheck.UNKNOWN, at(3600)));
    assertEquals(List.of(), addresses());
  }

  @Test
  void whatNeverPassedGetsNoSuchHour() {
    assertFalse(destination.recordLookup(DestinationCheck.UNKNOWN, START));
    assertEquals(List.of(), addresses());
  }

  @Test
  void whatIsRefusedGoesAtOnceAndSilenceDoesNotBringItBack() {
    passes(START);
    assertTrue(destination.recordLookup(DestinationCheck.REFUSED, at(1)));
    assertFalse(destination.recordLookup(DestinationCheck.UNKNOWN, at(2)));
    assertEquals(List.of(), addresses());
    assertTrue(passes(at(3)));
  }

  @Test
  void theSlowerOfTwoLooksDoesNotUndoTheLaterOne() {
    passes(at(10));
    assertFalse(destination.recordLookup(DestinationCheck.REFUSED, at(9)));
    assertEquals(3, addresses().size());
  }

  @Test
  void itIsLookedAtAgainAfterItsTtlWithinBounds() {
    destination.recordLookup(to(Duration.ofSeconds(1), "192.0.2.25"), START);
    assertEquals(at(300), destination.getNextLookAt());
    destination.recordLookup(to(Duration.ofMinutes(20), "192.0.2.25"), START);
    assertEquals(at(1200), destination.getNextLookAt());
    destination.recordLookup(to(DAY, "192.0.2.25"), START);
    assertEquals(at(3600), destination.getNextLookAt());
    destination.recordLookup(DestinationCheck.UNKNOWN, START);
    assertEquals(at(120), destination.getNextLookAt());
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }
}
