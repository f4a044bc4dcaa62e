package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodesTest {
  private static final RecoveryCodes.Fresh FRESH = RecoveryCodes.generate();

  @Test
  void areTenDifferentCodesThatCanBeReadAloud() {
    assertEquals(10, new HashSet<>(FRESH.shown()).size());
    for (String code : FRESH.shown()) {
      assertTrue(code.matches("[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}"), code);
      assertFalse(code.matches(".*[01oilbgqsz].*"), code);
    }
  }

  @Test
  void areNotStoredAsTheyAreShown() {
    String stored = FRESH.stored().stored();
    for (String code : FRESH.shown()) {
      assertFalse(stored.contains(code) || stored.contains(code.replace("-", "")));
    }
    assertTrue(stored.length() <= 600);
  }

  @Test
  void workOnce() {
    String code = FRESH.shown().get(3);
    var left = FRESH.stored().use(code).orElseThrow();
    assertEquals(9, left.left());
    assertTrue(left.use(code).isEmpty());
    assertEquals(8, left.use(FRESH.shown().get(4)).orElseThrow().left());
  }

  @Test
  void takeCapitalsSpacesAndMissingHyphens() {
    String code = FRESH.shown().get(0);
    var codes = FRESH.stored();
    assertTrue(codes.use(code.toUpperCase(Locale.ROOT)).isPresent());
    assertTrue(codes.use(" " + code.replace('-', ' ') + "\t").isPresent());
    assertTrue(codes.use(code.replace("-", "")).isPresent());
    assertTrue(codes.use(code.replace('-', '–')).isPresent());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "2222-2222-2222", "123456", "aaaa-aaaa-aaaa-aaaa"})
  void refuseAnyOtherText(String typed) {
    assertTrue(FRESH.stored().use(typed).isEmpty());
  }

  @Test
  void refuseACodeOfAnotherAccount() {
    assertTrue(RecoveryCodes.generate().stored().use(FRESH.shown().get(0)).isEmpty());
  }

  @Test
  void surviveTheDatabaseToTheLast() {
    var codes = FRESH.stored();
    for (String code : FRESH.shown()) {
      codes = RecoveryCodes.parse(codes.stored());
      codes = codes.use(code).orElseThrow();
    }
    assertEquals(0, RecoveryCodes.parse(codes.stored()).left());
  }
}
