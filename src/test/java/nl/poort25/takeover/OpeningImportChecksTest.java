package nl.poort25.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.poort25.account.Partner;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionKind;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.takeover.OpeningFile.Entry;
import nl.poort25.takeover.OpeningImportChecks.Decided;
import org.junit.jupiter.api.Test;

/** Nothing is taken over that the portal itself knows to be closed. */
class OpeningImportChecksTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Cidr TO = Cidr.of("192.0.2.9");
  private final Connection connection =
      new Connection(
          "ZAK-1", ConnectionKind.BUSINESS_LINE, new Identified("Brug & Sluis"), null, null, NOW);

  /** A partner that a database has. */
  private static final class Identified extends Partner {
    Identified(String name) {
      super(name, NOW);
    }

    @Override
    public Long getId() {
      return 7L;
    }
  }

  private static Entry entry(String source, String since) {
    return new Entry(
        2,
        "x",
        Flow.of(source, TO.toString()),
        "ZAK-1",
        ExemptionKind.THIRD_PARTY,
        Instant.parse(since),
        null);
  }

  private String fault(
      Map<Cidr, String> blocked,
      Map<Long, List<String>> investigated,
      Set<Cidr> network,
      List<Decided> decided,
      Instant first,
      Entry entry) {
    var faults =
        new OpeningImportChecks(
            Map.of("ZAK-1", connection),
            Map.of(),
            blocked,
            investigated,
            network,
            Map.of(TO.toString(), decided),
            first);
    var fault = faults.firstFault(entry);
    return fault == null ? null : fault.what().key().replace("network.upload.", "");
  }

  private String fault(List<Decided> decided, Instant first, Entry entry) {
    return fault(Map.of(), Map.of(), Set.of(TO), decided, first, entry);
  }

  @Test
  void whatIsOldAndKnownToNobodyIsTakenOver() {
    assertNull(fault(List.of(), NOW, entry("203.0.113.1", "2019-05-31T00:00:00Z")));
    assertNull(fault(List.of(), null, entry(null, "2026-11-23T00:00:00Z")));
  }

  @Test
  void aBlockedAddressAndAnInvestigatedPartnerAreFaults() {
    var old = entry(null, "2019-05-31T00:00:00Z");
    var network = Set.of(TO);
    assertEquals("blocked", fault(Map.of(TO, "AB-1"), Map.of(), network, List.of(), null, old));
    assertEquals(
        "investigated",
        fault(Map.of(), Map.of(7L, List.of("AB-1")), network, List.of(), null, old));
    assertEquals("not_ours", fault(Map.of(), Map.of(), Set.of(), List.of(), null, old));
  }

  @Test
  void whatWasRefusedOrClosedHereIsAFaultAsFarAsItIsTheSame() {
    var since = "2019-05-31T00:00:00Z";
    var wide = List.of(new Decided(Flow.of(null, TO.toString()), "P25-1"));
    assertEquals("decided", fault(wide, null, entry(null, since)));
    assertEquals("decided", fault(wide, null, entry("203.0.113.1", since)), "a part of it");
    var pair = List.of(new Decided(Flow.of("203.0.113.0/28", TO.toString()), "P25-1"));
    assertEquals("decided", fault(pair, null, entry("203.0.113.1", since)));
    assertEquals("decided", fault(pair, null, entry(null, since)), "it would open that too");
    assertNull(fault(pair, null, entry("203.0.113.77", since)), "from elsewhere");
  }

  @Test
  void whatWasOpenedSinceThePortalDecidesIsAFault() {
    assertEquals(
        "decided_here",
        fault(List.of(), NOW.minusSeconds(60), entry(null, "2026-11-24T11:59:00Z")));
    assertNull(fault(List.of(), NOW, entry(null, "2026-11-24T11:59:59Z")));
  }
}
