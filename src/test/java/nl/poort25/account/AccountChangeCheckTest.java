package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.poort25.text.Text;
import org.junit.jupiter.api.Test;

class AccountChangeCheckTest {
  private static final Partner PARTNER = new Partner("Havenkantoor ICT", Instant.EPOCH);

  private final Account mirjam = account(1, null, Role.ADMINISTRATOR);
  private final Account second = account(2, null, Role.ADMINISTRATOR, Role.REVIEWER);
  private final Account karim = account(3, null, Role.REVIEWER);
  private final Account sanne = account(4, PARTNER, Role.PARTNER_ADMIN);
  private final Account bram = account(5, PARTNER, Role.PARTNER_USER);
  private final List<Account> staff = List.of(mirjam, second, karim);

  @Test
  void letsAnAdministratorLockAndDemoteAnother() {
    assertEquals(
        Optional.empty(), AccountChangeCheck.againstLocking(second, visitor(mirjam), staff));
    assertEquals(
        Optional.empty(),
        AccountChangeCheck.againstRoles(second, Set.of(Role.AUDITOR), visitor(mirjam), staff));
  }

  @Test
  void letsNobodyLockOrDemoteHimself() {
    assertEquals(
        because("lock-self"), AccountChangeCheck.againstLocking(mirjam, visitor(mirjam), staff));
    // nor give himself more, nor the same: a page offers nobody his own role
    for (var wanted :
        List.of(
            Set.of(Role.AUDITOR),
            Set.of(Role.ADMINISTRATOR),
            Set.of(Role.ADMINISTRATOR, Role.NETWORK))) {
      assertEquals(
          because("roles-self"),
          AccountChangeCheck.againstRoles(mirjam, wanted, visitor(mirjam), staff));
    }
    assertEquals(
        because("roles-self"),
        AccountChangeCheck.againstRoles(
            sanne, Set.of(Role.PARTNER_ADMIN), visitor(sanne), List.of(sanne, bram)));
    assertEquals(because("reset-self"), AccountChangeCheck.againstReset(mirjam, visitor(mirjam)));
    assertEquals(Optional.empty(), AccountChangeCheck.againstReset(second, visitor(mirjam)));
    assertEquals(Optional.empty(), AccountChangeCheck.againstReset(bram, visitor(sanne)));
  }

  @Test
  void keepsTheLastAdministratorWhoCanAct() {
    var by = visitor(karim); // as if his own role went at the same moment
    mirjam.lock();
    assertEquals(because("last"), AccountChangeCheck.againstLocking(second, by, staff));
    assertEquals(
        because("last"), AccountChangeCheck.againstRoles(second, Set.of(Role.REVIEWER), by, staff));
    var invited = new Account(null, "a@routit.example", "A", Set.of(Role.ADMINISTRATOR), "nl", NOW);
    id(invited, 6);
    assertEquals(
        because("last"),
        AccountChangeCheck.againstLocking(second, by, List.of(mirjam, second, karim, invited)));
    mirjam.unlock();
    assertEquals(Optional.empty(), AccountChangeCheck.againstLocking(second, by, staff));
  }

  @Test
  void keepsAPartnersLastAdministratorFromColleaguesAndNotFromStaff() {
    var peers = List.of(sanne, bram);
    assertEquals(because("last"), AccountChangeCheck.againstLocking(sanne, visitor(bram), peers));
    assertEquals(
        Optional.empty(), AccountChangeCheck.againstLocking(sanne, visitor(mirjam), peers));
    assertEquals(Optional.empty(), AccountChangeCheck.againstLocking(bram, visitor(sanne), peers));
  }

  @Test
  void givesNoRoleOfTheOtherKind() {
    var peers = List.of(sanne, bram);
    for (var wanted :
        List.of(
            Set.of(Role.REVIEWER),
            EnumSet.noneOf(Role.class),
            Set.of(Role.PARTNER_ADMIN, Role.PARTNER_USER))) {
      assertEquals(
          because("roles"), AccountChangeCheck.againstRoles(bram, wanted, visitor(sanne), peers));
    }
    assertEquals(
        because("roles"),
        AccountChangeCheck.againstRoles(karim, Set.of(Role.PARTNER_USER), visitor(mirjam), staff));
  }

  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  private static Optional<Text> because(String what) {
    return Optional.of(Text.of("account.rule." + what));
  }

  private static Account account(long id, Partner partner, Role... roles) {
    var account =
        new Account(
            partner, id + "@example.nl", "P" + id, EnumSet.copyOf(List.of(roles)), "nl", NOW);
    account.setPassword("hash");
    id(account, id);
    return account;
  }

  private static void id(Account account, long id) {
    try {
      Field field = Account.class.getDeclaredField("id");
      field.setAccessible(true);
      field.set(account, id);
      field = Partner.class.getDeclaredField("id");
      field.setAccessible(true);
      field.set(PARTNER, 1L);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static SignedInUser visitor(Account account) {
    var partner = account.getPartner();
    return new SignedInUser(
        account.getId(),
        account.getName(),
        account.getEmail(),
        partner == null ? null : partner.getId(),
        partner == null ? null : partner.getName(),
        Set.copyOf(account.getRoles()),
        account.getLanguage(),
        account.hasSecondFactor());
  }
}
