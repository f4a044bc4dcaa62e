package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Set;
import nl.poort25.domainname.RandomText;
import nl.poort25.network.RandomAddresses;
import nl.poort25.web.MalformedInput;
import org.junit.jupiter.api.Test;

class RandomDestinationTest {
  private static final DeliverableAddresses REACHABILITY =
      new DeliverableAddresses(Set.of(), Set.of(), false);

  private static final String[] PIECES =
      RandomAddresses.piecesWith("[IPv6:", "IPv6:", ".example", "xn--", "smtp://");

  @Test
  void anyCharactersGiveADestinationThatParsesToItselfOrAreRefused() {
    RandomText.ofAnyCharacters().forEach(RandomDestinationTest::holdsFor);
  }

  @Test
  void likelyCharactersGiveADestinationThatParsesToItselfOrAreRefused() {
    long destinations = RandomText.of(PIECES, 5).filter(RandomDestinationTest::holdsFor).count();
    assertTrue(
        destinations > RandomText.TIMES / 100,
        "only " + destinations + ": too few to mean anything");
  }

  @Test
  void everyAddressIsTakenInEachOfItsForms() {
    RandomAddresses.all().forEach(RandomDestinationTest::isTakenInEachOfItsForms);
  }

  private static void isTakenInEachOfItsForms(IPAddress address) {
    String canonical = address.toCanonicalString();
    String smtp = "[" + (address.isIPv6() ? "IPv6:" : "") + address.toFullString() + "]";
    assertEquals(canonical, Destination.parse(canonical).toString());
    if (address.isIPv6()) {
      assertEquals(canonical, Destination.parse(smtp).toString());
    }
    // whatever it says, it says one thing
    assertEquals(REACHABILITY.objection(address), REACHABILITY.objection(again(canonical)));
  }

  private static IPAddress again(String canonical) {
    return new IPAddressString(canonical).getAddress();
  }

  private static boolean holdsFor(String typed) {
    try {
      Destination destination = Destination.parse(typed);
      assertTrue(destination.toString().matches("[a-z0-9.:-]{2,253}"), destination::toString);
      assertEquals(destination, Destination.parse(destination.toString()));
      assertEquals(destination.address(), Destination.parse(destination.toString()).address());
      return true;
    } catch (MalformedInput e) {
      assertTrue(e.text().key().startsWith("mailservice.destination."), e.text().key());
      if (!e.suggestion().isEmpty()) {
        assertEquals(e.suggestion(), Destination.parse(e.suggestion()).toString());
      }
      return false;
    }
  }
}
