package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
  private final ConcurrencyLimit atOnce = new ConcurrencyLimit(3, 2);

  @Test
  void givesEachHisShareAndNoMore() {
    assertTrue(atOnce.tryEnter("sanne"));
    assertTrue(atOnce.tryEnter("sanne"));
    assertFalse(atOnce.tryEnter("sanne"));
    assertTrue(atOnce.tryEnter("noor"), "another is not kept out");
    atOnce.leave("sanne");
    assertTrue(atOnce.tryEnter("sanne"));
  }

  @Test
  void letsInNoMoreThanThereIsRoomFor() {
    assertTrue(atOnce.tryEnter("sanne") && atOnce.tryEnter("noor") && atOnce.tryEnter("daan"));
    assertFalse(atOnce.tryEnter("joris"));
    atOnce.leave("daan");
    assertTrue(atOnce.tryEnter("joris"));
  }
}
