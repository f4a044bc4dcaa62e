package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverableAddressesTest {
  private static final DeliverableAddresses ANYWHERE =
      new DeliverableAddresses(Set.of(), Set.of(), false);

  /**
   * Objection, first and last address, the neighbours before and after and what is said of them.
   */
  private static final String RANGES =
      """
      PRIVATE            | 10.0.0.0        | 10.255.255.255   | 9.255.255.255    |       | 11.0.0.0     |
      PRIVATE            | 172.16.0.0      | 172.31.255.255   | 172.15.255.255   |       | 172.32.0.0   |
      PRIVATE            | 192.168.0.0     | 192.168.255.255  | 192.167.255.255  |       | 192.169.0.0  |
      SHARED             | 100.64.0.0      | 100.127.255.255  | 100.63.255.255   |       | 100.128.0.0  |
      LOOPBACK           | 127.0.0.0       | 127.255.255.255  | 126.255.255.255  |       | 128.0.0.0    |
      LOOPBACK           | ::1             | ::1              | ::               | UNSPECIFIED | ::2    | IPV4_COMPATIBLE
      LINK_LOCAL         | 169.254.0.0     | 169.254.255.255  | 169.253.255.255  |       | 169.255.0.0  |
      LINK_LOCAL         | fe80::          | febf:F           | fe7f:F           | NOT_GLOBAL_UNICAST | fec0:: | SITE_LOCAL
      MULTICAST          | 224.0.0.0       | 239.255.255.255  | 223.255.255.255  |       | 240.0.0.0    | RESERVED
      MULTICAST          | ff00::          | ffff:F           | feff:F           | SITE_LOCAL | -       |
      UNSPECIFIED        | 0.0.0.0         | 0.255.255.255    | -                |       | 1.0.0.0      |
      UNSPECIFIED        | ::              | ::               | -                |       | ::1          | LOOPBACK
      RESERVED           | 240.0.0.0       | 255.255.255.255  | 239.255.255.255  | MULTICAST | -        |
      IPV4_MAPPED        | ::ffff:0.0.0.0  | ::ffff:255.255.255.255 | ::fffe:ffff:ffff | NOT_GLOBAL_UNICAST | ::1:0:0:0 | NOT_GLOBAL_UNICAST
      IPV4_COMPATIBLE    | ::2             | ::255.255.255.255 | ::1             | LOOPBACK | ::1:0:0   | NOT_GLOBAL_UNICAST
      NAT64              | 64:ff9b::       | 64:ff9b::255.255.255.255 | 64:ff9a:F | NOT_GLOBAL_UNICAST | 64:ff9b::1:0:0 | NOT_GLOBAL_UNICAST
      NAT64              | 64:ff9b:1::     | 64:ff9b:1:F      | 64:ff9b:0:F      | NOT_GLOBAL_UNICAST | 64:ff9b:2:: | NOT_GLOBAL_UNICAST
      SIX_TO_FOUR        | 2002::          | 2002:F           | 2001:F           |       | 2003::       |
      SIX_TO_FOUR        | 192.88.99.0     | 192.88.99.255    | 192.88.98.255    |       | 192.88.100.0 |
      TEREDO             | 2001::          | 2001:0:F         | 2000:F           |       | 2001:1::     | PROTOCOL
      UNIQUE_LOCAL       | fc00::          | fdff:F           | fbff:F           | NOT_GLOBAL_UNICAST | fe00:: | NOT_GLOBAL_UNICAST
      SITE_LOCAL         | fec0::          | feff:F           | febf:F           | LINK_LOCAL | ff00::  | MULTICAST
      DISCARD            | 100::           | 100:0:0:0:F      | ff:F             | NOT_GLOBAL_UNICAST | 100:0:0:1:: | NOT_GLOBAL_UNICAST
      BENCHMARKING       | 198.18.0.0      | 198.19.255.255   | 198.17.255.255   |       | 198.20.0.0   |
      BENCHMARKING       | 2001:2::        | 2001:2:0:F       | 2001:1:F         | PROTOCOL | 2001:2:1:: | PROTOCOL
      DOCUMENTATION      | 192.0.2.0       | 192.0.2.255      | 192.0.1.255      |       | 192.0.3.0    |
      DOCUMENTATION      | 198.51.100.0    | 198.51.100.255   | 198.51.99.255    |       | 198.51.101.0 |
      DOCUMENTATION      | 203.0.113.0     | 203.0.113.255    | 203.0.112.255    |       | 203.0.114.0  |
      DOCUMENTATION      | 2001:db8::      | 2001:db8:F       | 2001:db7:F       |       | 2001:db9::   |
      DOCUMENTATION      | 3fff::          | 3fff:fff:F       | 3ffe:F           |       | 3fff:1000::  |
      PROTOCOL           | 192.0.0.0       | 192.0.0.255      | 191.255.255.255  |       | 192.0.1.0    |
      PROTOCOL           | 2001:1::        | 2001:1ff:F       | 2001:0:F         | TEREDO | 2001:200::  |
      NOT_GLOBAL_UNICAST | 4000::          | fbff:F           | 3fff:F           |       | fc00::       | UNIQUE_LOCAL
      NOT_GLOBAL_UNICAST | 100:0:0:1::     | 1fff:F           | 100:0:0:0:F      | DISCARD | 2000::     |
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = RANGES)
  void objectsFromTheFirstToTheLastAddressOfARange(
      ForbiddenRange objection,
      String first,
      String last,
      String before,
      ForbiddenRange saidBefore,
      String after,
      ForbiddenRange saidAfter) {
    assertEquals(Optional.of(objection), ANYWHERE.objection(address(first)));
    assertEquals(Optional.of(objection), ANYWHERE.objection(address(last)));
    assertIsNeighbour(before, saidBefore, first, -1);
    assertIsNeighbour(after, saidAfter, last, 1);
  }

  private static void assertIsNeighbour(
      String neighbour, ForbiddenRange said, String edge, int distance) {
    if (neighbour.equals("-")) {
      // the end of the address space
      return;
    }
    assertEquals(Optional.ofNullable(said), ANYWHERE.objection(address(neighbour)));
    assertEquals(address(neighbour), address(edge).increment(distance));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "193.0.0.1", "2a00:1::1", "2001:4860:4860::8888", "2000::1"})
  void hasNothingAgainstPublicUnicast(String address) {
    assertEquals(Optional.empty(), ANYWHERE.objection(address(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.0.2.25", "198.51.100.25", "203.0.113.25", "2001:db8::25", "3fff::25"})
  void takesDocumentationSpaceForTheDemoOnly(String address) {
    assertEquals(Optional.of(ForbiddenRange.DOCUMENTATION), ANYWHERE.objection(address(address)));
    var demo = new DeliverableAddresses(Set.of(), Set.of(), true);
    assertEquals(Optional.empty(), demo.objection(address(address)));
    assertEquals(Optional.of(ForbiddenRange.PRIVATE), demo.objection(address("10.0.0.1")));
  }

  @Test
  void objectsToTheRelaysAndTheManagementPrefixes() {
    var reachability =
        new DeliverableAddresses(
            Set.of(address("192.0.2.1"), address("2001:db8::1")),
            Set.of(address("198.51.100.64/26"), address("2001:db8:25::/48")),
            true);
    assertEquals(Optional.of(ForbiddenRange.RELAY), reachability.objection(address("192.0.2.1")));
    assertEquals(
        Optional.of(ForbiddenRange.RELAY), reachability.objection(address("2001:db8:0::1")));
    assertEquals(Optional.empty(), reachability.objection(address("192.0.2.2")));
    for (String managed :
        new String[] {"198.51.100.64", "198.51.100.127", "2001:db8:25::", "2001:db8:25:F"}) {
      assertEquals(
          Optional.of(ForbiddenRange.MANAGEMENT), reachability.objection(address(managed)));
    }
    for (String outside :
        new String[] {"198.51.100.63", "198.51.100.128", "2001:db8:24:F", "2001:db8:26::"}) {
      assertEquals(Optional.empty(), reachability.objection(address(outside)));
    }
  }

  @Test
  void isNotMisledByAZoneOrAPrefixLength() {
    assertEquals(
        Optional.of(ForbiddenRange.LINK_LOCAL), ANYWHERE.objection(address("fe80::1%eth0")));
    assertEquals(Optional.of(ForbiddenRange.PRIVATE), ANYWHERE.objection(address("10.0.0.1/8")));
    var relays = new DeliverableAddresses(Set.of(address("2001:db8::1")), Set.of(), true);
    assertEquals(Optional.of(ForbiddenRange.RELAY), relays.objection(address("2001:db8::1%eth0")));
  }

  @Test
  void refusesPrefixesWithHostBitsAndBlocksInPlaceOfAnAddress() {
    Set<IPAddress> sloppy = Set.of(address("192.0.2.9/24"));
    assertThrows(
        IllegalArgumentException.class, () -> new DeliverableAddresses(sloppy, Set.of(), false));
    assertThrows(
        IllegalArgumentException.class, () -> new DeliverableAddresses(Set.of(), sloppy, false));
    assertThrows(IllegalArgumentException.class, () -> ANYWHERE.objection(address("193.0.0.0/24")));
  }

  @Test
  void everyRangeIsInTheTable() {
    var tested = new HashSet<IPAddress>();
    RANGES
        .lines()
        .map(line -> line.split("\\|"))
        .forEach(row -> tested.add(address(row[2].strip())));
    for (ForbiddenRange objection : ForbiddenRange.values()) {
      if (objection != ForbiddenRange.NOT_GLOBAL_UNICAST) {
        objection.ranges().forEach(r -> assertTrue(tested.contains(address(r).getUpper()), r));
      }
    }
  }

  /** F fills up with ones, as :: does with zeros. */
  private static IPAddress address(String text) {
    String full = text;
    if (text.endsWith(":F")) {
      int groups = (int) text.chars().filter(c -> c == ':').count();
      full = text.substring(0, text.length() - 2) + ":ffff".repeat(8 - groups);
    }
    return new IPAddressString(full).getAddress();
  }
}
