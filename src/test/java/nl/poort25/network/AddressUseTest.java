package nl.poort25.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AddressUseTest {
  private static String sign(String state, boolean open) {
    return new AddressUse(Cidr.of("192.0.2.1"), "UZ-1", "/1", state, open, null).sign();
  }

  @Test
  void onlyWhatIsOpenAndNotHeldGetsThrough() {
    assertEquals("ok", sign("OPEN", true));
    assertEquals("wait", sign("HELD", true));
    assertEquals("wait", sign("CLOSING", false));
  }
}
