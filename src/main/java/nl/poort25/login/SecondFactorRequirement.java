package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Role;
import nl.poort25.account.SignedInUser;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Who must have a second factor: staff outside the demo, and of partners whom the setting says.
 * Where it says nothing, partner administrators, and nobody in the demo.
 */
@ApplicationScoped
public class SecondFactorRequirement {
  private enum OfPartners {
    NONE,
    ADMINISTRATORS,
    ALL
  }

  private boolean staff;
  private OfPartners partners;

  protected SecondFactorRequirement() {}

  @Inject
  public SecondFactorRequirement(Settings settings) {
    boolean demo = settings.flag(Setting.DEMO);
    staff = !demo;
    String typed = settings.text(Setting.SECOND_FACTOR_PARTNERS);
    partners =
        typed.isEmpty()
            ? demo ? OfPartners.NONE : OfPartners.ADMINISTRATORS
            : OfPartners.valueOf(typed.toUpperCase(Locale.ROOT));
  }

  /**
   * @param isStaff otherwise of a partner
   */
  boolean isRequiredOf(boolean isStaff, Set<Role> roles) {
    if (isStaff) {
      return staff;
    }
    return partners == OfPartners.ALL
        || (partners == OfPartners.ADMINISTRATORS && roles.contains(Role.PARTNER_ADMIN));
  }

  boolean isRequiredOf(Account account) {
    return isRequiredOf(account.isStaff(), account.getRoles());
  }

  boolean isRequiredOf(SignedInUser visitor) {
    return isRequiredOf(visitor.staff(), visitor.roles());
  }

  /** Whether somebody who is in must first set one up: the duty came after his sign-in. */
  boolean isUnmet(SignedInUser visitor) {
    return !visitor.secondFactor() && isRequiredOf(visitor);
  }
}
