package nl.poort25.list;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListPageTest {
  private static ListPage<String> page(ListRequest request, boolean further) {
    return new ListPage<>(List.of(), request, further, null, null, BoundedCount.ZERO, null);
  }

  @Test
  void isPartWhereOtherRowsMayBe() {
    var narrowed = ListRequest.of("/domains").with("q", "a");
    narrowed.text("q");
    assertTrue(page(narrowed, false).isPart());
    assertTrue(page(ListRequest.of("/domains"), true).isPart());
    assertFalse(page(ListRequest.of("/domains"), false).isPart());
  }
}
