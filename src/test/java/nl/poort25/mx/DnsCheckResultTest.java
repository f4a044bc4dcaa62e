package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.poort25.mx.MxVerdict.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a look asks the DNS, and what it makes of the answers. */
class DnsCheckResultTest {
  private static final MxEvaluator JUDGE =
      new MxEvaluator(
          List.of(MxRecord.parse("10 smtp.routit.net"), MxRecord.parse("20 smtp1.routit.net")));
  private static final ProofRecord PROOF = new ProofRecord("klant.test", "0123456789abcdef");

  private final TestDns server = TestDns.start();
  private final Dns dns = new DnsJava(server.address(), Duration.ofMillis(200), 1);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void asksForNoProofWhereTheMxAreOne() {
    server.name("klant.test", "MX 10 smtp.routit.net", "MX 20 smtp1.routit.net");
    var look = look();
    assertEquals(Outcome.CORRECT, look.outcome());
    assertNull(look.proofSeen());
    assertEquals(1, server.askedOverUdp());
  }

  @Test
  void looksForTheProofWhereCorrectMxAreNone() {
    server.name("klant.test", "MX 10 smtp.routit.net", "MX 20 smtp1.routit.net");
    server.name("_poort25.klant.test", "TXT \"poort25=0123456789abcdef\"");
    var look = DnsCheckResult.at(PROOF, true, false, dns, JUDGE).join();
    assertEquals(Outcome.CORRECT, look.outcome());
    assertTrue(look.proofSeen());
  }

  @Test
  void looksForTheProofWhereTheMxAreWrong() {
    server.name("klant.test", "MX 10 mail.klant.test");
    server.name("_poort25.klant.test", "TXT \"poort25=0123456789abcdef\"");
    var look = look();
    assertEquals(Outcome.WRONG, look.outcome());
    assertTrue(look.proofSeen());
  }

  @Test
  void tellsWhenTheProofIsNotThere() {
    server.name("klant.test", "MX 10 mail.klant.test");
    assertFalse(look().proofSeen());
  }

  @Test
  void knowsNothingOfAProofThatCouldNotBeLookedUp() {
    server.name("klant.test", "MX 10 mail.klant.test");
    server.name("_poort25.klant.test").script("_poort25.klant.test", Script.SERVFAIL);
    assertNull(look().proofSeen());
  }

  @Test
  void looksForTheProofWhereOnlyTheMxFail() {
    server.name("klant.test").script("klant.test", Script.SERVFAIL);
    server.name("_poort25.klant.test", "TXT \"poort25=0123456789abcdef\"");
    var look = look();
    assertEquals(Outcome.UNKNOWN, look.outcome());
    assertTrue(look.proofSeen());
  }

  @Test
  void doesNotWaitTwiceForWhoKeepsSilent() {
    server.name("klant.test").script("klant.test", Script.SILENT);
    var look = look();
    assertEquals(Outcome.UNKNOWN, look.outcome());
    assertNull(look.proofSeen());
    assertEquals(1, server.askedOverUdp());
  }

  @Test
  void asksForTheZoneOfANameBelowAnother() {
    server.name("deel.klant.test", "MX 10 mail.klant.test").top("klant.test");
    var below = new ProofRecord("deel.klant.test", "0123456789abcdef");
    assertEquals(
        Optional.of("klant.test"),
        DnsCheckResult.at(below, false, false, dns, JUDGE).join().zoneTop());
    server.top("deel.klant.test");
    assertEquals(
        Optional.of("deel.klant.test"),
        DnsCheckResult.at(below, false, false, dns, JUDGE).join().zoneTop());
    server.script("deel.klant.test", Script.SERVFAIL);
    assertEquals(
        Optional.empty(), DnsCheckResult.at(below, false, false, dns, JUDGE).join().zoneTop());
  }

  private DnsCheckResult look() {
    return DnsCheckResult.at(PROOF, false, false, dns, JUDGE).join();
  }
}
