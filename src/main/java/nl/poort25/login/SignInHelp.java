package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.text.Text;
import nl.poort25.web.FormErrors;

/**
 * Tells whom to ask when one cannot sign in: another administrator of the partner, by name and only
 * after the right password, or the provider.
 */
@ApplicationScoped
class SignInHelp {
  /** More names than this help nobody. */
  private static final int NAMES = 3;

  @Inject Accounts accounts;

  /** For who has lost the telephone and the recovery codes. */
  Text ofLostFactor(Account account) {
    String names = helpers(account);
    if (!names.isEmpty()) {
      return Text.of("account.second-factor.lost.colleague", names);
    }
    return Text.of(
        account.isStaff() ? "account.second-factor.lost.staff" : "account.second-factor.lost.last");
  }

  FormErrors ofLocked(Account account, FormErrors errors, String field) {
    String names = account.isLocked() ? helpers(account) : "";
    return names.isEmpty()
        ? errors.add(field, "account.login.locked")
        : errors.add(field, "account.login.locked.colleague", names);
  }

  /** Names of other administrators of the partner who can act; empty where there is none. */
  private String helpers(Account account) {
    return account.isStaff()
        ? ""
        : accounts.administratorsOf(account.getPartner()).stream()
            .filter(keeper -> !keeper.getId().equals(account.getId()))
            .limit(NAMES)
            .map(Account::getName)
            .collect(Collectors.joining(", "));
  }
}
