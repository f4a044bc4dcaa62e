package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A resolver counts a TTL down; what others have in their caches it does not tell. */
class OriginalTtlTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private final DnsAnswer<MxRecord> first = found(3600, "10 a.example", "20 b.example");

  @Test
  void keepsTheTtlOfTheSameAnswerFromTheCache() {
    var later = NOW.plusSeconds(3000);
    var cached = found(600, "20 b.example", "10 a.example");
    assertEquals(first, OriginalTtl.of(cached, later, first, NOW.plusSeconds(3600)));
  }

  @Test
  void takesTheTtlOfAnAnswerThatWasFetchedAnew() {
    var later = NOW.plusSeconds(4000);
    var fresh = found(300, "10 a.example", "20 b.example");
    assertSame(fresh, OriginalTtl.of(fresh, later, first, NOW.plusSeconds(3600)));
  }

  @Test
  void takesTheTtlOfOtherRecordsEvenIfTheyRunOutAtThatMoment() {
    var other = found(600, "10 a.example");
    assertSame(other, OriginalTtl.of(other, NOW.plusSeconds(3000), first, NOW.plusSeconds(3600)));
  }

  @Test
  void keepsTheTtlOfAMissingRecordToo() {
    DnsAnswer<MxRecord> none =
        new DnsAnswer.NoData<>("klant.nl", Optional.of(Duration.ofMinutes(10)));
    DnsAnswer<MxRecord> cached =
        new DnsAnswer.NoData<>("klant.nl", Optional.of(Duration.ofMinutes(4)));
    var ends = NOW.plus(Duration.ofMinutes(10));
    assertEquals(none, OriginalTtl.of(cached, NOW.plus(Duration.ofMinutes(6)), none, ends));
    DnsAnswer<MxRecord> gone =
        new DnsAnswer.NxDomain<>("klant.nl", Optional.of(Duration.ofMinutes(4)));
    assertSame(gone, OriginalTtl.of(gone, NOW.plus(Duration.ofMinutes(6)), none, ends));
  }

  @Test
  void takesTheFirstAnswerAsItIs() {
    assertSame(first, OriginalTtl.of(first, NOW, null, null));
  }

  private static DnsAnswer<MxRecord> found(long ttl, String... records) {
    return new DnsAnswer.Found<>(
        "klant.nl", Arrays.stream(records).map(MxRecord::parse).toList(), Duration.ofSeconds(ttl));
  }
}
