package nl.poort25.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Base64;
import java.util.Optional;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashesTest {
  private static final String PASSWORD = "vier gele fietsen varen";
  private static final String STORED = PasswordHashes.hash(PASSWORD);

  /** Where their number is not what is tried: ten times as quick. */
  private static final int FEW_ROUNDS = 20_000;

  private static final String QUICK = quick();

  private static String quick() {
    PasswordHashes.setRounds(FEW_ROUNDS);
    try {
      return PasswordHashes.hash(PASSWORD);
    } finally {
      PasswordHashes.setRounds(PasswordHashes.LEAST_ROUNDS);
    }
  }

  @AfterEach
  void useTheRealNumber() {
    PasswordHashes.setRounds(PasswordHashes.LEAST_ROUNDS);
  }

  @Test
  void takesThePasswordAndNoOther() {
    assertTrue(PasswordHashes.verify(PASSWORD, STORED));
    assertTrue(PasswordHashes.verify(PASSWORD, QUICK));
    assertFalse(PasswordHashes.verify(PASSWORD + " ", QUICK));
    assertFalse(PasswordHashes.verify("Vier gele fietsen varen", QUICK));
  }

  @Test
  void saysHowItWasMadeAndSaltsEach() {
    String[] parts = STORED.split(":", -1);
    assertEquals("PBKDF2WithHmacSHA512", parts[0]);
    assertEquals("210000", parts[1]);
    assertEquals(32, Base64.getDecoder().decode(parts[2]).length);
    assertEquals(32, Base64.getDecoder().decode(parts[3]).length);
    assertNotEquals(STORED, PasswordHashes.hash(PASSWORD));
  }

  /** RFC 7914 has no vector for SHA-512; this one was made with Python's hashlib.pbkdf2_hmac. */
  @Test
  void agreesWithAnotherImplementation() {
    byte[] salt = "salt".repeat(8).getBytes(US_ASCII);
    assertEquals(
        "tzKuF7ufj68YXurI2fHVJYar2XrqiXYQaqyD9Z39c4g=",
        Base64.getEncoder().encodeToString(PasswordHashes.derive("wachtwoord é€", salt, 1_000)));
  }

  @Test
  void takesTheSamePasswordFromAnotherKeyboard() {
    PasswordHashes.setRounds(FEW_ROUNDS);
    String composed = PasswordHashes.hash("caf\u00e9 met uitzicht");
    assertTrue(PasswordHashes.verify("cafe\u0301 met uitzicht", composed));
    assertFalse(PasswordHashes.verify("cafe met uitzicht", composed));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "\u0000", "\ud800"})
  void refusesRubbishWithoutFailing(String typed) {
    PasswordHashes.setRounds(FEW_ROUNDS);
    assertFalse(PasswordHashes.verify(typed, QUICK));
    assertFalse(PasswordHashes.verify(typed, null));
  }

  @Test
  void refusesAMegabyteWithoutHashingIt() {
    assertFalse(PasswordHashes.verify("a".repeat(1_000_000), STORED));
  }

  @Test
  void refusesEveryPasswordOfAnUnknownAccount() {
    assertFalse(PasswordHashes.verify(PASSWORD, null));
  }

  /** In processor time, which other work on the machine does not change. */
  @Test
  void worksAsLongForAnUnknownAccount() {
    PasswordHashes.setRounds(FEW_ROUNDS);
    long known = Long.MAX_VALUE;
    long unknown = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      known = Math.min(known, effort(QUICK));
      unknown = Math.min(unknown, effort(null));
    }
    assertTrue(unknown > known / 3 && known > unknown / 3, unknown + " ns against " + known);
  }

  @Test
  void findsHashesOfOlderRounds() {
    assertFalse(PasswordHashes.isOutdated(STORED));
    assertTrue(PasswordHashes.isOutdated(STORED.replace(":210000:", ":120000:")));
  }

  @Test
  void takesTheNumberOfRoundsThatTheSettingSays() {
    var settings = settings("poort25.password.rounds", "300000");
    new PasswordRounds().begin(null, settings);
    assertTrue(PasswordHashes.isOutdated(STORED));
    assertTrue(PasswordHashes.verify(PASSWORD, STORED));
    assertTrue(PasswordHashes.hash(PASSWORD).contains(":300000:"));
  }

  @Test
  void fewerRoundsAreForTheDemoWorldAlone() {
    var few = settings("poort25.password.rounds", "209999");
    var fault =
        assertThrows(IllegalStateException.class, () -> new PasswordRounds().begin(null, few));
    assertTrue(fault.getMessage().contains("210000"), fault.getMessage());
    assertTrue(PasswordHashes.hash(PASSWORD).contains(":210000:"));
  }

  private static Settings settings(String key, String value) {
    return new Settings(asked -> asked.equals(key) ? Optional.of(value) : Optional.empty());
  }

  private static long effort(String stored) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    assertFalse(PasswordHashes.verify("not the password", stored));
    return threads.getCurrentThreadCpuTime() - start;
  }
}
