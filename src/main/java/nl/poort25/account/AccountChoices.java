package nl.poort25.account;

import java.util.Arrays;
import java.util.List;
import nl.poort25.text.Text;
import nl.poort25.web.Choice;

/** Options of the forms about accounts: roles, languages and states. */
final class AccountChoices {
  static final List<Choice> LANGUAGES =
      List.of(choice("nl", "account.language."), choice("en", "account.language."));

  static final List<Choice> PARTNER_ROLES = roles(false);
  static final List<Choice> STAFF_ROLES = roles(true);

  /** What lists of accounts can be narrowed to. */
  static final List<Choice> STATES =
      List.of(
          choice("active", "account.state."),
          choice("invited", "account.state."),
          choice("locked", "account.state."));

  static final List<Choice> LOCKED =
      List.of(choice("active", "account.state."), choice("locked", "account.state."));

  private AccountChoices() {}

  static List<Choice> roles(boolean staff) {
    return Arrays.stream(Role.values())
        .filter(role -> role.isStaff() == staff)
        .map(role -> Choice.explained(role, "account.role"))
        .toList();
  }

  private static Choice choice(String value, String prefix) {
    return new Choice(value, Text.of(prefix + value), null);
  }
}
