package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.poort25.mx.RelayAddresses.RelayHost;
import nl.poort25.network.Cidr;
import org.junit.jupiter.api.Test;

/** What is known of the hosts of 3.10 while the DNS answers, and while it does not. */
class RelayAddressesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String HOST = "smtp.routit.net";

  private static RelayHost found(String... addresses) throws UnknownHostException {
    var records = new ArrayList<InetAddress>();
    for (String address : addresses) {
      records.add(InetAddress.getByName(address));
    }
    return RelayHost.of(HOST, new DnsAnswer.Found<>(HOST, records, Duration.ofHours(1)), NOW);
  }

  @Test
  void aHostLeadsToItsAddresses() throws Exception {
    var host = found("192.0.2.25", "2001:db8:25:0:0:0:0:25", "192.0.2.25");
    assertEquals(List.of(Cidr.of("192.0.2.25"), Cidr.of("2001:db8:25::25")), host.addresses());
    assertTrue(host.isKnown());
  }

  @Test
  void whatWasNotAskedIsNotKnown() {
    assertFalse(RelayHost.notLookedUp(HOST).isKnown());
  }

  @Test
  void aSilentDnsLeavesWhatWasKnownAndSaysThatItIsNotKnownNow() throws Exception {
    var silent = RelayHost.of(HOST, new DnsAnswer.Unavailable<>(DnsAnswer.Cause.TIMEOUT), NOW);
    var after = found("192.0.2.25").or(silent);
    assertFalse(after.isKnown());
    assertEquals(List.of(Cidr.of("192.0.2.25")), after.addresses());
    assertEquals(found("192.0.2.26"), after.or(found("192.0.2.26")));
  }

  @Test
  void aNameThatLeadsNowhereIsKnownToDoSo() throws Exception {
    var none = RelayHost.of(HOST, new DnsAnswer.NxDomain<>(HOST, Optional.empty()), NOW);
    assertTrue(found("192.0.2.25").or(none).isKnown());
    assertEquals(List.of(), found("192.0.2.25").or(none).addresses());
  }
}
