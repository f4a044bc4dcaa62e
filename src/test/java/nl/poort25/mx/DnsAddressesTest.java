package nl.poort25.mx;

import static nl.poort25.mx.Answers.cause;
import static nl.poort25.mx.Answers.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.DnsAnswer.Found;
import nl.poort25.mx.DnsAnswer.NoData;
import nl.poort25.mx.DnsAnswer.NxDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

class DnsAddressesTest {
  private final TestDns server = TestDns.start();
  private final Dns dns = new DnsJava(server.address(), Duration.ofSeconds(5), 2);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void givesTheAddressesOfBothFamilies() throws IOException {
    server.name("mail.example", "60 A 192.0.2.1", "30 AAAA 2001:db8::1");
    assertEquals(
        new Found<>(
            "mail.example",
            List.of(InetAddress.getByName("192.0.2.1"), InetAddress.getByName("2001:db8::1")),
            Duration.ofSeconds(30)),
        dns.addresses("mail.example"));
  }

  @Test
  void givesTheAddressesOfOneFamily() {
    server.name("four.example", "A 192.0.2.1").name("six.example", "AAAA 2001:db8::1");
    server.name("empty.example", "MX 10 a.example");
    assertEquals(1, found(dns.addresses("four.example")).records().size());
    assertEquals(1, found(dns.addresses("six.example")).records().size());
    assertInstanceOf(NoData.class, dns.addresses("empty.example"));
    assertInstanceOf(NxDomain.class, dns.addresses("none.example"));
  }

  @Test
  void givesNoAddressesWhereOneFamilyIsUnknown() {
    server.name("mail.example", "A 192.0.2.1");
    server.script(
        "mail.example",
        (query, answer, wire, overTcp) ->
            (query.getQuestion().getType() == Type.A ? Script.HONEST : Script.SERVFAIL)
                .reply(query, answer, wire, overTcp));
    assertEquals(Cause.SERVFAIL, cause(dns.addresses("mail.example")));
  }

  @Test
  void doesNotTurnAMappedAddressIntoAnIpv4One() {
    server.name("mail.example", "AAAA ::ffff:192.0.2.1");
    assertInstanceOf(Inet6Address.class, found(dns.addresses("mail.example")).records().get(0));
  }
}
