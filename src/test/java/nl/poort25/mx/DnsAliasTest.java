package nl.poort25.mx;

import static nl.poort25.mx.Answers.cause;
import static nl.poort25.mx.Answers.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import nl.poort25.mx.DnsAnswer.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

class DnsAliasTest {
  private final TestDns server = TestDns.start();
  private final Dns dns = new DnsJava(server.address(), Duration.ofSeconds(5), 2);

  @AfterEach
  void close() {
    server.close();
  }

  /** Judged "no MX" it was. */
  @Test
  void followsADnameOfWhichNoCnameWasMade() {
    server
        .name("oud.example", "7200 DNAME nieuw.example")
        .name("klant.nieuw.example", "300 MX 10 smtp.routit.net");
    var answer = found(dns.mx("klant.oud.example").join());
    assertEquals("klant.nieuw.example", answer.owner());
    assertEquals(List.of(MxRecord.parse("10 smtp.routit.net")), answer.records());
    assertEquals(Duration.ofHours(2), answer.ttl(), "the DNAME may be remembered longer");
  }

  @Test
  void asksForWhatADnameMakesWhereTheAnswerEndsThere() {
    server
        .name("oud.example", "DNAME nieuw.example")
        .name("klant.nieuw.example", "MX 10 smtp.routit.net")
        .script("klant.oud.example", only(DNAMERecord.class));
    assertEquals("klant.nieuw.example", found(dns.mx("klant.oud.example").join()).owner());
  }

  @Test
  void followsItForProofsAndDestinationsToo() throws Exception {
    server
        .name("oud.example", "DNAME nieuw.example")
        .name("_poort25.klant.nieuw.example", "TXT \"poort25=abc\"")
        .name("mail.nieuw.example", "A 192.0.2.25");
    assertEquals(
        List.of("poort25=abc"), found(dns.txt("_poort25.klant.oud.example").join()).records());
    assertEquals(
        List.of(InetAddress.getByName("192.0.2.25")),
        found(dns.addresses("mail.oud.example")).records());
  }

  @Test
  void takesTheLongerTtlOfADnameAndTheCnameThatWasMadeOfIt() {
    server
        .name("oud.example", "7200 DNAME nieuw.example")
        .name("klant.oud.example", "0 CNAME klant.nieuw.example")
        .name("klant.nieuw.example", "300 MX 10 smtp.routit.net")
        .script("klant.oud.example", with("oud.example", 7200, "nieuw.example"));
    assertEquals(Duration.ofHours(2), found(dns.mx("klant.oud.example").join()).ttl());
  }

  @Test
  void aDnameHoldsForWhatIsBelowItAndForNothingElse() {
    server.name("oud.example", "DNAME nieuw.example").name("nieuw.example", "MX 10 a.example");
    assertInstanceOf(DnsAnswer.NoData.class, dns.mx("oud.example").join());
    server
        .name("klant.example", "TXT x")
        .script("klant.example", with("elders.example", 300, "vals.example"));
    assertInstanceOf(DnsAnswer.NoData.class, dns.mx("klant.example").join());
  }

  @Test
  void saysThatWhatADnameMakesIsTooLong() {
    String label = "a".repeat(63);
    String target = String.join(".", label, label, label, "example");
    server.name("oud.example", "DNAME " + target);
    assertEquals(Cause.TOO_LONG_ALIAS, cause(dns.mx(label + ".oud.example").join()));
  }

  @Test
  void givesUpOnDnamesThatEndNowhere() {
    server.name("a.example", "DNAME b.example").name("b.example", "DNAME a.example");
    assertEquals(Cause.TOO_MANY_ALIASES, cause(dns.mx("klant.a.example").join()));
  }

  @Test
  void saysThatTwoAliasesLeadToDifferentNames() throws Exception {
    server
        .name("klant.example", "CNAME een.example", "CNAME twee.example")
        .name("een.example", "MX 10 a.example", "TXT x", "A 192.0.2.25");
    assertEquals(Cause.TWO_ALIASES, cause(dns.mx("klant.example").join()));
    assertEquals(Cause.TWO_ALIASES, cause(dns.txt("klant.example").join()));
    assertEquals(Cause.TWO_ALIASES, cause(dns.addresses("klant.example")));
    server.name("via.example", "CNAME klant.example");
    assertEquals(Cause.TWO_ALIASES, cause(dns.mx("via.example").join()), "on the way too");
    server.name("dubbel.example", "CNAME een.example", "CNAME EEN.example");
    assertEquals("een.example", found(dns.mx("dubbel.example").join()).owner(), "the same, twice");
  }

  /** Nothing but the records of that kind is left of the answer. */
  private static Script only(Class<? extends Record> kind) {
    return (query, answer, wire, overTcp) -> {
      var kept = answer.getSection(Section.ANSWER).stream().filter(kind::isInstance).toList();
      answer.removeAllRecords(Section.ANSWER);
      answer.removeAllRecords(Section.AUTHORITY);
      kept.forEach(record -> answer.addRecord(record, Section.ANSWER));
      return answer.toWire();
    };
  }

  /** A DNAME stands in the answer besides. */
  private static Script with(String owner, long ttl, String target) {
    return (query, answer, wire, overTcp) -> {
      try {
        answer.addRecord(
            new DNAMERecord(
                Name.fromString(owner, Name.root),
                DClass.IN,
                ttl,
                Name.fromString(target, Name.root)),
            Section.ANSWER);
      } catch (org.xbill.DNS.TextParseException e) {
        throw new IllegalArgumentException(e);
      }
      return answer.toWire();
    };
  }
}
