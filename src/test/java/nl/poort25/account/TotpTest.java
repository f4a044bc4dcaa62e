package nl.poort25.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
  private static final byte[] RFC_KEY = "12345678901234567890".getBytes(US_ASCII);
  private static final Totp TOTP = new Totp(Base32.encode(RFC_KEY));
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:10Z");
  private static final long STEP = Totp.step(NOW);

  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  void givesTheCodesOfRfc4226AppendixD(long counter, String code) {
    assertEquals(code, Totp.hotp(RFC_KEY, counter, 6));
  }

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void givesTheCodesOfRfc6238AppendixB(long second, String code) {
    long step = Totp.step(Instant.ofEpochSecond(second));
    assertEquals(code, Totp.hotp(RFC_KEY, step, 8));
    assertEquals(code.substring(2), TOTP.code(step));
  }

  @Test
  void takesTheCodeOfThisStepAndOfItsNeighbours() {
    for (long step = STEP - 1; step <= STEP + 1; step++) {
      assertEquals(OptionalLong.of(step), TOTP.verify(TOTP.code(step), NOW, -1));
    }
  }

  @Test
  void refusesTheCodesOfTwoStepsAway() {
    assertTrue(TOTP.verify(TOTP.code(STEP - 2), NOW, -1).isEmpty());
    assertTrue(TOTP.verify(TOTP.code(STEP + 2), NOW, -1).isEmpty());
  }

  @Test
  void refusesACodeThatWasUsedAndAnOlderOne() {
    long used = TOTP.verify(TOTP.code(STEP), NOW, -1).orElseThrow();
    assertTrue(TOTP.verify(TOTP.code(STEP), NOW, used).isEmpty());
    assertTrue(TOTP.verify(TOTP.code(STEP - 1), NOW, used).isEmpty());
    assertEquals(OptionalLong.of(STEP + 1), TOTP.verify(TOTP.code(STEP + 1), NOW, used));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s %s", " %s%s\t", "%s\u00a0%s", "%s \n %s"})
  void takesSpacesInTheCode(String form) {
    String code = TOTP.code(STEP);
    String typed = form.formatted(code.substring(0, 3), code.substring(3));
    assertEquals(OptionalLong.of(STEP), TOTP.verify(typed, NOW, -1));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "-12345"})
  void refusesWhatIsNoCode(String typed) {
    assertTrue(TOTP.verify(typed, NOW, -1).isEmpty());
  }

  @Test
  void refusesTheCodeOfAnotherSecret() {
    assertTrue(Totp.generate().verify(TOTP.code(STEP), NOW, STEP - 2).isEmpty());
  }

  @Test
  void makesSecretsOf160BitsThatDiffer() {
    var one = Totp.generate();
    assertEquals(20, Base32.decode(one.secret()).length);
    assertEquals(32, one.secret().length());
    assertNotEquals(one, Totp.generate());
  }

  @Test
  void namesIssuerAndAccountInItsUri() {
    String uri = TOTP.uri("Poort 25: RoutIT", "jan+a@partner.example");
    assertEquals(
        "otpauth://totp/Poort%2025%20RoutIT:jan%2Ba%40partner.example"
            + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Poort%2025%20RoutIT"
            + "&algorithm=SHA1&digits=6&period=30",
        uri);
    assertEquals("/Poort 25 RoutIT:jan+a@partner.example", URI.create(uri).getPath());
  }

  @Test
  void showsTheSecretInGroupsOfFour() {
    assertEquals("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", TOTP.grouped());
  }

  @Test
  void tellsNoSecretInALog() {
    assertFalse(TOTP.toString().contains(TOTP.secret().substring(0, 4)));
  }

  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void writesBase32AsRfc4648Does(String plain, String encoded) {
    assertEquals(encoded, Base32.encode(plain.getBytes(US_ASCII)));
    assertEquals(plain, new String(Base32.decode(encoded), US_ASCII));
    assertEquals(
        plain, new String(Base32.decode(encoded.toLowerCase(Locale.ROOT) + "=="), US_ASCII));
  }

  @Test
  void refusesWhatIsNoBase32() {
    assertThrows(IllegalArgumentException.class, () -> Base32.decode("MZXW1"));
  }
}
