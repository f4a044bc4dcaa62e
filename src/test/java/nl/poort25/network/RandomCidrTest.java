package nl.poort25.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import nl.poort25.domainname.RandomText;
import nl.poort25.web.MalformedInput;
import org.junit.jupiter.api.Test;

class RandomCidrTest {
  private static final String[] PIECES =
      RandomAddresses.piecesWith("/48", "/0", "–", "/255.255.255.0");

  @Test
  void anyCharactersGiveACidrThatParsesToItselfOrAreRefused() {
    RandomText.ofAnyCharacters().forEach(RandomCidrTest::holdsFor);
  }

  @Test
  void likelyCharactersGiveACidrThatParsesToItselfOrAreRefused() {
    long taken = RandomText.of(PIECES, 5).filter(RandomCidrTest::holdsFor).count();
    assertTrue(taken > RandomText.TIMES / 200, "only " + taken + ": too few to mean anything");
  }

  @Test
  void everyPrefixContainsItsAddressesAndIsNamedByThem() {
    var random = new Random(25);
    for (var one : RandomAddresses.all().toList()) {
      var address = Cidr.of(one);
      var block = Cidr.of(address.block().toPrefixBlock(random.nextInt(address.length() + 1)));
      assertTrue(block.contains(address));
      assertTrue(address.enclosing().contains(block.toString()));
      assertTrue(block.firstKey().compareTo(address.firstKey()) <= 0);
      assertTrue(block.lastKey().compareTo(address.lastKey()) >= 0);
      assertEquals(block, Cidr.of(block.toString()));
    }
  }

  private static boolean holdsFor(String typed) {
    try {
      var cidr = Cidr.parse(typed);
      assertTrue(cidr.toString().matches("[0-9a-f.:]{2,39}(/[0-9]{1,3})?"), cidr::toString);
      assertEquals(cidr, Cidr.parse(cidr.toString()));
      return true;
    } catch (MalformedInput e) {
      assertTrue(e.text().key().startsWith("network.cidr."), e.text().key());
      if (!e.suggestion().isEmpty()) {
        assertEquals(e.suggestion(), Cidr.parse(e.suggestion()).toString());
      }
      return false;
    }
  }
}
