package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTokenTest {
  private static final SecretToken TOKEN = SecretToken.generate();

  @Test
  void isNewEachTimeAndFitsInAUrl() {
    assertTrue(TOKEN.value().matches("[A-Za-z0-9_-]{43}"));
    assertNotEquals(TOKEN, SecretToken.generate());
  }

  @Test
  void isStoredAsItsSha256() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        new SecretToken("abc").hash());
  }

  @Test
  void matchesItsOwnHashOnly() {
    assertTrue(TOKEN.matches(TOKEN.hash()));
    assertFalse(TOKEN.matches(SecretToken.generate().hash()));
    assertFalse(TOKEN.matches(TOKEN.value()));
    assertFalse(TOKEN.matches(""));
    assertFalse(TOKEN.matches(null));
  }

  @Test
  void comesBackFromALink() {
    assertEquals(Optional.of(TOKEN), SecretToken.parse(TOKEN.value()));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "short",
        "0123456789012345678901234567890123456789012=",
        "0123456789012345678901234567890123456789012\n",
        "é123456789012345678901234567890123456789012"
      })
  void isNotMadeOfRubbish(String text) {
    assertEquals(Optional.empty(), SecretToken.parse(text));
  }

  @Test
  void isNotToldInALog() {
    assertFalse(TOKEN.toString().contains(TOKEN.value()));
  }
}
