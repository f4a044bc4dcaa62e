package nl.poort25.account;

import java.util.Arrays;
import java.util.List;
import nl.poort25.web.Text;

/** What forms of this package let one choose from. */
final class Choices {
  /**
   * @param hint null where there is none
   */
  public record Choice(String value, Text label, Text hint) {}

  static final List<Choice> LANGUAGES =
      List.of(choice("nl", "account.language.nl"), choice("en", "account.language.en"));

  static final List<Choice> PARTNER_ROLES = roles(false);
  static final List<Choice> STAFF_ROLES = roles(true);

  /** What lists of accounts can be narrowed to. */
  static final List<Choice> STATES =
      List.of(
          choice("active", "account.state.active"),
          choice("invited", "account.state.invited"),
          choice("locked", "account.state.locked"));

  static final List<Choice> LOCKED =
      List.of(choice("active", "account.state.active"), choice("locked", "account.state.locked"));

  private Choices() {}

  static List<Choice> roles(boolean staff) {
    return Arrays.stream(Role.values())
        .filter(role -> role.isStaff() == staff)
        .map(
            role ->
                new Choice(
                    role.name(),
                    Text.of("account.role." + role),
                    Text.of("account.role." + role + ".hint")))
        .toList();
  }

  private static Choice choice(String value, String key) {
    return new Choice(value, Text.of(key), null);
  }
}
