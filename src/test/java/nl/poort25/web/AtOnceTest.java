package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AtOnceTest {
  private final AtOnce atOnce = new AtOnce(3, 2);

  @Test
  void givesEachHisShareAndNoMore() {
    assertTrue(atOnce.enter("sanne"));
    assertTrue(atOnce.enter("sanne"));
    assertFalse(atOnce.enter("sanne"));
    assertTrue(atOnce.enter("noor"), "another is not kept out");
    atOnce.leave("sanne");
    assertTrue(atOnce.enter("sanne"));
  }

  @Test
  void letsInNoMoreThanThereIsRoomFor() {
    assertTrue(atOnce.enter("sanne") && atOnce.enter("noor") && atOnce.enter("daan"));
    assertFalse(atOnce.enter("joris"));
    atOnce.leave("daan");
    assertTrue(atOnce.enter("joris"));
  }
}
