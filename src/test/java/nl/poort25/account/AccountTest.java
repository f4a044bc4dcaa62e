package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import nl.poort25.database.DataKeyOfTest;
import nl.poort25.web.Conflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final RecoveryCodes CODES = RecoveryCodes.generate().stored();

  private final Account account =
      new Account(null, "karim@routit.example", "Karim", Set.of(Role.REVIEWER), "nl", NOW);

  @BeforeEach
  void isInTheDatabase() throws Exception {
    DataKeyOfTest.use();
    var id = Account.class.getDeclaredField("id");
    id.setAccessible(true);
    id.set(account, 7L);
  }

  @Test
  void keepsTheSecretOfItsCodesEncrypted() throws Exception {
    var totp = Totp.generate();
    account.useSecondFactor(totp, 1, CODES);
    assertTrue(account.useCode(totp.code(Totp.step(NOW)), NOW));
    var factor = account.getSecondFactor();
    var stored = SecondFactor.class.getDeclaredField("totpSecret");
    stored.setAccessible(true);
    assertFalse(("" + stored.get(factor)).contains(totp.secret()));
    // as who owns the database would: one's own into the row of another
    var other = new Account(null, "lieke@routit.example", "L", Set.of(Role.NETWORK), "nl", NOW);
    var id = Account.class.getDeclaredField("id");
    id.setAccessible(true);
    id.set(other, 8L);
    stored.set(other.getSecondFactor(), stored.get(factor));
    assertThrows(IllegalStateException.class, () -> other.useCode("123456", NOW));
  }

  @Test
  void endsItsSessionsWithEachChangeOfWhatItMayDo() {
    int stamp = account.getStamp();
    account.setPassword("hash");
    assertEquals(++stamp, account.getStamp());
    account.lock();
    assertEquals(++stamp, account.getStamp());
    account.changeRoles(Set.of(Role.AUDITOR));
    assertEquals(++stamp, account.getStamp());
    account.useSecondFactor(Totp.generate(), 1, CODES);
    assertEquals(++stamp, account.getStamp());
    account.dropSecondFactor(null);
    assertEquals(++stamp, account.getStamp());
  }

  @Test
  void keepsItsSessionsThroughOtherChanges() {
    int stamp = account.getStamp();
    account.changeProfile("Karim Bos", "en");
    account.replacePasswordHash("hash");
    account.getSecondFactor().setRecoveryCodes(CODES);
    assertEquals(stamp, account.getStamp());
  }

  @Test
  void isNotLockedTwiceNorUnlockedTwice() {
    account.lock();
    assertThrows(Conflict.class, account::lock);
    account.unlock();
    assertThrows(Conflict.class, account::unlock);
  }

  @Test
  void actsOnlyWithAPasswordAndUnlocked() {
    assertTrue(account.isInvited());
    assertFalse(account.canActAs(Role.REVIEWER));
    account.setPassword("hash");
    assertTrue(account.canActAs(Role.REVIEWER));
    assertFalse(account.canActAs(Role.ADMINISTRATOR));
    account.lock();
    assertFalse(account.canActAs(Role.REVIEWER));
  }

  @Test
  void dropsTheRecoveryCodesWithTheSecondFactor() {
    assertThrows(Conflict.class, () -> account.dropSecondFactor(null));
    account.useSecondFactor(Totp.generate(), 1, CODES);
    assertTrue(account.hasSecondFactor());
    var act = account.dropSecondFactor("gebeld");
    assertEquals("gebeld", act.after().get("note"));
    assertFalse(account.hasSecondFactor());
    assertEquals(null, account.getSecondFactor().getRecoveryCodes());
  }

  @Test
  void hasNoRoleOfTheOtherKind() {
    var roles = Set.of(Role.PARTNER_USER);
    assertThrows(IllegalArgumentException.class, () -> account.changeRoles(roles));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Account(null, "a@example.nl", "A", roles, "nl", NOW));
  }

  @Test
  void tellsNoSecretInItsActs() {
    var totp = Totp.generate();
    var act = account.useSecondFactor(totp, 1, CODES);
    assertTrue(act.before().isEmpty() && act.after().isEmpty());
    assertFalse(act.toString().contains(totp.secret()));
  }
}
