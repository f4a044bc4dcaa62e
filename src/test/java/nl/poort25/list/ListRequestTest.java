package nl.poort25.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ListRequestTest {
  private enum State {
    OPEN,
    CLOSED
  }

  private final ListRequest none = ListRequest.of("/tickets");

  @Test
  void whatWasReadStandsInItsLinks() {
    var asked = none.with("q", " a&b ").with("state", State.OPEN).with("other", "x");
    assertEquals("a&b", asked.text("q"));
    assertEquals(State.OPEN, asked.choice("state", State.class));
    assertEquals("/tickets?q=a%26b&state=open", asked.first());
    assertEquals("/tickets?q=a%26b&state=open&after=k%7E7", asked.next("k~7"));
    assertEquals(State.OPEN, asked.asked().get("state"));
    assertEquals("open", asked.words().get("state"));
  }

  @Test
  void whatCannotBeReadIsLeftOut() {
    var asked = none.with("q", "a\0b").with("n", "1e3").with("state", "x").with("flag", "no");
    assertNull(asked.text("q"));
    assertNull(asked.number("n"));
    assertNull(asked.choice("state", State.class));
    assertFalse(asked.flag("flag", "yes"));
    assertNull(none.with("q", "a".repeat(301)).text("q"));
    assertNull(none.with("n", "1".repeat(19)).number("n"));
    assertEquals("/tickets", asked.first());
    assertFalse(asked.isNarrowed());
  }

  @Test
  void anOrderAndTheDefaultNarrowNothing() {
    var asked = none.with("sort", "newest").with("state", "OPEN");
    assertTrue(asked.isSortedBy("newest"));
    assertEquals(State.OPEN, asked.choice("state", List.of(State.values()), State.OPEN));
    assertFalse(asked.isNarrowed());
    assertEquals("/tickets?sort=newest&state=open", asked.first());
    assertEquals(State.CLOSED, asked.choice("other", List.of(State.values()), State.CLOSED));
    assertTrue(asked.flag("state", "OPEN"));
    assertTrue(asked.isNarrowed());
  }

  @Test
  void aTextIsShownInTheFormThatItIsLookedForIn() {
    var asked = none.with("q", "zak-1");
    assertEquals("ZAK-1", asked.text("q", text -> text.toUpperCase(Locale.ROOT)));
    assertEquals("/tickets?q=ZAK-1", asked.first());
  }
}
