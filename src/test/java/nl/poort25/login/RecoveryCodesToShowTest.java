package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodesToShowTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://portal-login.example/",
        "//portal-login.example/",
        "/\\portal-login.example/",
        "javascript:alert(1)",
        ""
      })
  void leadsToNoOtherSite(String next) {
    assertEquals("/", new RecoveryCodesToShow(List.of(), next).next());
  }

  @Test
  void leadsToAPageOfThePortal() {
    assertEquals("/tickets/7?x=1", new RecoveryCodesToShow(List.of(), "/tickets/7?x=1").next());
    assertNull(new RecoveryCodesToShow(List.of(), null).next());
  }
}
