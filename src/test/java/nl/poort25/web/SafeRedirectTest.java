package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeRedirectTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/domains", "/domains?q=a&standing=in_order", "/policy#art-3-2"})
  void goesWhereThisPortalHasAPage(String path) {
    assertEquals(path, SafeRedirect.uri(path).toString());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "domains",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/a\r\nSet-Cookie: x=y",
        "/%zz",
        "javascript:alert(1)"
      })
  void goesHomeForEverythingElse(String path) {
    assertEquals("/", SafeRedirect.uri(path).toString());
  }
}
