package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataKeysTest {
  private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  private static final String PLACE = "account.totp_secret:7";
  private final String first = DataKeys.generate();
  private final String second = DataKeys.generate();

  private static DataKeys of(String text) {
    return DataKeys.parse(text, "the file");
  }

  @Test
  void givesBackWhatWasEncryptedAndNeverTheSameTextTwice() {
    var keys = of(first);
    String sealed = keys.encrypt(SECRET, PLACE);
    assertEquals(SECRET, keys.decrypt(sealed, PLACE));
    assertNotEquals(sealed, keys.encrypt(SECRET, PLACE));
    assertFalse(sealed.contains(SECRET));
    assertTrue(sealed.length() <= 200, "the column");
    assertEquals(keys.first(), DataKeys.keyOf(sealed));
    assertNull(DataKeys.keyOf(SECRET));
  }

  @Test
  void readsNothingInAnotherPlace() {
    var keys = of(first);
    String sealed = keys.encrypt(SECRET, PLACE);
    assertThrows(IllegalStateException.class, () -> keys.decrypt(sealed, "account.totp_secret:8"));
    assertThrows(
        IllegalStateException.class, () -> keys.decrypt(sealed, "signing_key.private_key:7"));
  }

  @Test
  void readsNothingThatWasAltered() {
    var keys = of(first);
    String sealed = keys.encrypt(SECRET, PLACE);
    for (int i = "sealed:".length() + 17; i < sealed.length() - 2; i++) {
      char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
      String altered = sealed.substring(0, i) + other + sealed.substring(i + 1);
      assertThrows(IllegalStateException.class, () -> keys.decrypt(altered, PLACE), altered);
    }
  }

  @Test
  void takesNothingThatStandsInClear() {
    assertThrows(IllegalStateException.class, () -> of(first).decrypt(SECRET, PLACE));
  }

  @Test
  void theFirstEncryptsAndAllDecrypt() {
    String old = of(first).encrypt(SECRET, PLACE);
    var both = of("# of 2027\n" + second + "\n\n" + first + " # of 2026\n");
    assertEquals(SECRET, both.decrypt(old, PLACE));
    String now = both.encrypt(SECRET, PLACE);
    assertEquals(SECRET, of(second).decrypt(now, PLACE));
    assertThrows(IllegalStateException.class, () -> of(first).decrypt(now, PLACE));
    assertEquals(2, of(second + "," + first).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only a remark",
        "short",
        "AAAA",
        "not base64 at all, really",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "\0\1\2"
      })
  void refusesWhatIsNoKeyWithoutTellingIt(String text) {
    var refused = assertThrows(IllegalStateException.class, () -> of(text));
    assertTrue(refused.getMessage().contains("openssl rand -base64 32"), refused.getMessage());
    assertTrue(text.length() < 5 || !refused.getMessage().contains(text), refused.getMessage());
  }

  @Test
  void isInNoLog() {
    assertFalse(of(first).toString().contains(first));
  }
}
