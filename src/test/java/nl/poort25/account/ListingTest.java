package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ListingTest {
  @Test
  void keepsFilterAndOrderInItsUrls() {
    var listing = Listing.of("/customers", " Brug & Sluis ", "newest", "locked", "7");
    assertEquals(
        "/customers?q=Brug+%26+Sluis&state=locked&sort=newest&after=12",
        listing.next(12).replace("%20", "+"));
    assertEquals(
        "/customers?q=Brug+%26+Sluis&state=locked&sort=newest",
        listing.first().replace("%20", "+"));
    assertTrue(listing.filtered() && listing.newest());
  }

  @Test
  void takesRubbishForNothing() {
    var listing = Listing.of("/customers", "  ", "'; drop", "LOCKED'", "-1");
    assertEquals("/customers", listing.first());
    assertFalse(listing.filtered());
    assertNull(listing.after());
    assertNull(Listing.of("/", null, null, null, "99999999999999999999").after());
    assertEquals(100, Listing.of("/", "x".repeat(500), null, null, null).q().length());
  }

  @Test
  void looksForSignsThatLikeWouldTakeForOthers() {
    assertEquals("%50!% !_x !!%", Listing.of("/", "50% _X !", null, null, null).like());
  }
}
