package nl.poort25.account;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** The audit acts on accounts. They never carry a secret, nor what a link contained. */
public sealed interface AccountAct extends Act {
  Account account();

  @Override
  default Subject subject() {
    return new Subject("account", account().getId(), account().getEmail());
  }

  @Override
  default Long partnerId() {
    return account().isStaff() ? null : account().getPartner().getId();
  }

  record AccountInvited(Account account) implements AccountAct {
    @Override
    public Map<String, String> after() {
      return Map.of("name", account.getName(), "roles", names(account.getRoles()));
    }
  }

  record InvitationSentAgain(Account account) implements AccountAct {}

  record InvitationAccepted(Account account) implements AccountAct {}

  /** The one account that nobody invited. */
  record FirstAdministratorMade(Account account) implements AccountAct {
    @Override
    public Map<String, String> after() {
      return Map.of("name", account.getName(), "roles", names(account.getRoles()));
    }
  }

  record SignedIn(Account account) implements AccountAct {}

  /** With a browser that the account has not been in with before. */
  record SignedInAnew(Account account, String browser) implements AccountAct {
    @Override
    public Map<String, String> after() {
      return Map.of("browser", browser);
    }
  }

  record SignedOut(Account account) implements AccountAct {}

  /** One of the account's own, from another page of the same account. */
  record SessionEnded(Account account) implements AccountAct {}

  record OtherSessionsEnded(Account account) implements AccountAct {}

  record RecoveryCodeUsed(Account account, int left) implements AccountAct {
    @Override
    public Map<String, String> after() {
      return Map.of("left", Integer.toString(left));
    }
  }

  record ProfileChanged(
      Account account, String oldName, String oldLanguage, String name, String language)
      implements AccountAct {
    @Override
    public Map<String, String> before() {
      return Map.of("name", oldName, "language", oldLanguage);
    }

    @Override
    public Map<String, String> after() {
      return Map.of("name", name, "language", language);
    }
  }

  record PasswordChanged(Account account) implements AccountAct {}

  /** Staff had the mail sent. */
  record PasswordResetSent(Account account) implements AccountAct {}

  /** Somebody at the login page had it sent. */
  record PasswordResetAsked(Account account) implements AccountAct {}

  record PasswordReset(Account account) implements AccountAct {}

  record RolesChanged(Account account, Set<Role> old, Set<Role> wanted) implements AccountAct {
    @Override
    public Map<String, String> before() {
      return Map.of("roles", names(old));
    }

    @Override
    public Map<String, String> after() {
      return Map.of("roles", names(wanted));
    }
  }

  record AccountLocked(Account account) implements AccountAct {}

  record AccountUnlocked(Account account) implements AccountAct {}

  record SecondFactorTurnedOn(Account account) implements AccountAct {}

  record SecondFactorTurnedOff(Account account) implements AccountAct {}

  record SecondFactorReset(Account account, String note) implements AccountAct {
    @Override
    public Map<String, String> after() {
      return Map.of("note", note);
    }
  }

  record RecoveryCodesRenewed(Account account) implements AccountAct {}

  private static String names(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
  }
}
