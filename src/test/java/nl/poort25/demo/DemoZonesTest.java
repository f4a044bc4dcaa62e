package nl.poort25.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.domainname.DomainName;
import nl.poort25.mx.DnsAnswer;
import nl.poort25.mx.MxEvaluator;
import nl.poort25.mx.MxFinding;
import nl.poort25.mx.MxRecord;
import nl.poort25.mx.MxVerdict;
import nl.poort25.mx.MxVerdict.Outcome;
import nl.poort25.mx.MxVerdict.Reason;
import org.junit.jupiter.api.Test;

class DemoZonesTest {
  private static final List<MxRecord> RELAYS =
      List.of(MxRecord.parse("10 smtp.routit.net"), MxRecord.parse("20 smtp1.routit.net"));
  private final DemoZones zones = new DemoZones(RELAYS);

  @Test
  void showEveryVerdictThereIs() {
    Set<Reason> reasons =
        DemoDomains.ALL.stream().map(d -> verdict(d.name()).reason()).collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(Reason.class), EnumSet.copyOf(reasons));
    Set<MxFinding.Kind> kinds =
        DemoDomains.ALL.stream()
            .flatMap(d -> verdict(d.name()).findings().stream())
            .map(MxFinding::kind)
            .collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(MxFinding.Kind.class), EnumSet.copyOf(kinds));
  }

  @Test
  void followTheMailServiceWhereNothingElseIsSaid() {
    assertEquals(Outcome.WRONG, judge("zelfbedacht.example", false).outcome());
    assertEquals(Outcome.CORRECT, judge("zelfbedacht.example", true).outcome());
  }

  @Test
  void haveTheProofThatThePortalAsksFor() {
    var txt = zones.txt("_poort25.roeivereniging.example", "poort25=abc");
    assertEquals(List.of("poort25=abc"), assertInstanceOf(DnsAnswer.Found.class, txt).records());
    assertInstanceOf(DnsAnswer.NxDomain.class, zones.txt("_poort25.roeivereniging.example", null));
    assertInstanceOf(
        DnsAnswer.NxDomain.class, zones.txt("_poort25.zeilmakerij.example", "poort25=a"));
    assertInstanceOf(
        DnsAnswer.Unavailable.class, zones.txt("_poort25.getijdenmolen.example", "poort25=a"));
  }

  @Test
  void leadToAddressesForDocumentationOnly() {
    assertTrue(address("mail.zeilmakerij.example").startsWith("192.0.2."));
    assertTrue(address("intern.zeilmakerij.example").startsWith("10."));
    assertInstanceOf(DnsAnswer.NxDomain.class, zones.addresses("weg.zeilmakerij.example"));
    assertTrue(zones.isRelay("smtp1.routit.net"));
    assertEquals(
        "/198.51.100.26",
        ((DnsAnswer.Found<java.net.InetAddress>) zones.relayAddresses("smtp1.routit.net"))
            .records()
            .get(0)
            .toString());
    assertFalse(zones.isRelay("mail.zeilmakerij.example"));
  }

  private String address(String host) {
    var found = (DnsAnswer.Found<java.net.InetAddress>) zones.addresses(host);
    return found.records().get(0).getHostAddress();
  }

  private MxVerdict verdict(String name) {
    return judge(DomainName.parse(name).toString(), false);
  }

  private MxVerdict judge(String name, boolean served) {
    return new MxEvaluator(RELAYS).judge(name, zones.mx(name, served));
  }
}
