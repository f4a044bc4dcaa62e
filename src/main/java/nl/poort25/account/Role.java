package nl.poort25.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What an account may do: one partner role, or any set of staff roles. */
public enum Role {
  /** Files what the partner asks for. */
  PARTNER_USER,
  /** As {@link #PARTNER_USER}, and looks after the partner's accounts. */
  PARTNER_ADMIN,
  /** Activates orders, decides on tickets. */
  REVIEWER,
  /** Looks after relays, firewall and prefixes. */
  NETWORK,
  /** Looks after partners, accounts and settings. */
  ADMINISTRATOR,
  /** Reads everything, changes nothing. */
  AUDITOR;

  public boolean isStaff() {
    return this != PARTNER_USER && this != PARTNER_ADMIN;
  }

  /** Whether these do more than read. */
  static boolean canAct(Set<Role> roles) {
    return roles.stream().anyMatch(role -> role.isStaff() && role != AUDITOR);
  }

  /** Whether one account may have these roles: one at a partner, at least one in the staff. */
  static boolean areValid(Set<Role> roles, boolean staff) {
    return !roles.isEmpty()
        && roles.stream().allMatch(role -> role.isStaff() == staff)
        && (staff || roles.size() == 1);
  }

  /** The roles of those names; none for rubbish among them, which fits nobody. */
  static Set<Role> named(Collection<String> names) {
    var roles = EnumSet.noneOf(Role.class);
    for (String name : names) {
      var found = Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
      if (found.isEmpty()) {
        return Set.of();
      }
      roles.add(found.get());
    }
    return roles;
  }

  /** Who looks after the accounts of this account's kind. */
  static Role administratorRole(boolean staff) {
    return staff ? ADMINISTRATOR : PARTNER_ADMIN;
  }

  /** The names of the groups as constants, for {@code @RolesAllowed(Role.Name.STAFF)}. */
  public static final class Name {
    public static final String PARTNER_USER = "PARTNER_USER";
    public static final String PARTNER_ADMIN = "PARTNER_ADMIN";
    public static final String REVIEWER = "REVIEWER";
    public static final String NETWORK = "NETWORK";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";
    public static final String AUDITOR = "AUDITOR";

    /** Everybody who is signed in. */
    public static final String USER = "USER";

    /** Everybody with a staff role. */
    public static final String STAFF = "STAFF";

    /** Everybody of a partner. */
    public static final String PARTNER = "PARTNER";

    private Name() {}
  }
}
