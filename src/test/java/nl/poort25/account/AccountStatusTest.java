package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountStatusTest {
  @Test
  void aLockSaysMoreThanAnInvitation() {
    var account =
        new Account(
            null, "ans@a.example", "Ans", Set.of(Role.REVIEWER), "nl", Instant.ofEpochSecond(1));
    assertEquals(AccountStatus.INVITED, account.getStatus());
    account.lock();
    assertEquals(AccountStatus.LOCKED, account.getStatus());
    account.unlock();
    account.setPassword("x");
    assertEquals(AccountStatus.ACTIVE, account.getStatus());
  }
}
