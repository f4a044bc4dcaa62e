package nl.poort25.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import nl.poort25.web.Suspicion;
import nl.poort25.web.Suspicion.Kind;
import org.junit.jupiter.api.Test;

class SecurityCountsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:20:00Z");
  private static final Instant HOUR = Instant.parse("2026-11-26T10:00:00Z");
  private final SecurityCounts counts = new SecurityCounts();

  @Test
  void countsWhatIsAlikeTogether() {
    see("192.0.2.1", "jan", "POST /a", NOW);
    see("192.0.2.1", "jan", "POST /b", NOW.plusSeconds(9));
    see("192.0.2.2", "jan", "", NOW);
    see("192.0.2.1", "", "", NOW);
    var taken = counts.take();
    assertEquals(3, taken.size());
    assertEquals(
        new SecurityCounts.Count(2, NOW, NOW.plusSeconds(9), "POST /b"),
        taken.get(new SecurityCounts.Key(HOUR, Kind.PASSWORD_WRONG, "192.0.2.1", "jan")));
    assertTrue(counts.take().isEmpty());
  }

  @Test
  void countsTogetherWhatComesFromTooManyAddresses() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 1000; i++) {
        see("2001:db8::" + Integer.toHexString(i), "", "", NOW.plusSeconds(round));
      }
      var taken = counts.take();
      assertEquals(SecurityCounts.MOST + 1, taken.size());
      var others = taken.get(new SecurityCounts.Key(HOUR, Kind.PASSWORD_WRONG, "", ""));
      assertEquals(1000 - SecurityCounts.MOST, others.times());
    }
    // those of another hour are told apart again
    see("192.0.2.9", "", "", NOW.plusSeconds(3600));
    assertEquals("192.0.2.9", counts.take().keySet().iterator().next().address());
  }

  @Test
  void losesNothingThatCouldNotBeWritten() {
    see("192.0.2.1", "", "first", NOW);
    var taken = counts.take();
    see("192.0.2.1", "", "second", NOW.plusSeconds(1));
    counts.putBack(taken);
    var count = counts.take().values().iterator().next();
    assertEquals(new SecurityCounts.Count(2, NOW, NOW.plusSeconds(1), "second"), count);
  }

  private void see(String address, String who, String place, Instant at) {
    counts.add(new Suspicion(Kind.PASSWORD_WRONG, address, who, place), at);
  }
}
