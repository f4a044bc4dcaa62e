package nl.poort25.account;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import nl.poort25.text.Text;

/**
 * Checks that keep an account from being locked or changed by the wrong person: nobody changes his
 * own, and each partner and the staff keep an administrator.
 */
final class AccountChangeCheck {
  private AccountChangeCheck() {}

  /**
   * @param peers all accounts of the same partner, or of the staff
   */
  static Optional<Text> againstLocking(
      Account account, SignedInUser by, Collection<Account> peers) {
    return account.getId() == by.id()
        ? Optional.of(Text.of("account.rule.lock-self"))
        : leftWithout(account, by, peers);
  }

  static Optional<Text> againstRoles(
      Account account, Set<Role> wanted, SignedInUser by, Collection<Account> peers) {
    if (!Role.areValid(wanted, account.isStaff())) {
      return Optional.of(Text.of("account.rule.roles"));
    }
    if (account.getId() == by.id()) {
      return Optional.of(Text.of("account.rule.roles-self"));
    }
    return wanted.contains(Role.administratorRole(account.isStaff()))
        ? Optional.empty()
        : leftWithout(account, by, peers);
  }

  /** One's own is turned off with the password, or reset by somebody who has looked who asks. */
  static Optional<Text> againstReset(Account account, SignedInUser by) {
    return account.getId() == by.id()
        ? Optional.of(Text.of("account.rule.reset-self"))
        : Optional.empty();
  }

  /** Staff may take a partner its last administrator: a stolen account must be locked at once. */
  private static Optional<Text> leftWithout(
      Account account, SignedInUser by, Collection<Account> peers) {
    var keeper = Role.administratorRole(account.isStaff());
    boolean last =
        account.canActAs(keeper)
            && peers.stream()
                .noneMatch(p -> !p.getId().equals(account.getId()) && p.canActAs(keeper));
    return last && by.staff() == account.isStaff()
        ? Optional.of(Text.of("account.rule.last"))
        : Optional.empty();
  }
}
