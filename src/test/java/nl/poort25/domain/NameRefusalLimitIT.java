package nl.poort25.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.account.People;
import nl.poort25.account.Role;
import nl.poort25.it.Browser;
import org.junit.jupiter.api.Test;

class NameRefusalLimitIT {
  private static final People PEOPLE = new People();
  private static final String CHECK = "/domains/new/name?name=";

  /** One who walks through names to learn which are held by somebody else. */
  @Test
  void tellNothingMoreOfAnyNameOnceTheyHaveToldOftenThatItIsHeld() {
    var walker = somebody();
    String free = "vrij-" + System.nanoTime() + ".nl";
    String held = "held-" + System.nanoTime() + ".nl";
    assertEquals(303, register(somebody(), held));
    for (int i = 0; i < 30; i++) {
      assertTrue(walker.get(CHECK + free).says("✓ Vrij"), "free ones are not counted");
      assertTrue(walker.get(CHECK + held).says("Niet vrij"), "the " + i + "th");
    }
    assertFalse(walker.get(CHECK + held).says("Niet vrij"));
    assertTrue(walker.get(CHECK + held).says("te vaak"));
    assertFalse(walker.get(CHECK + free).says("✓ Vrij"));
    assertEquals(429, register(walker, free));
    // others go on
    assertEquals(303, register(somebody(), free));
  }

  private static Browser somebody() {
    return Browser.of(PEOPLE.ofPartner(PEOPLE.newPartner(), Role.PARTNER_USER), People.PASSWORD);
  }

  private static int register(Browser who, String name) {
    return who.post("/domains/new", "name", name, "action", "DO_NOT_MOVE", "dns", "elsewhere")
        .status();
  }
}
