package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.audit.AuditLog;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** The page of somebody else's account, for colleagues and for staff. */
@ApplicationScoped
class AccountPage {
  private static final int ACTS = 10;

  @Inject AuditLog log;
  @Inject Accounts accounts;
  @Inject AssignedWork work;

  /**
   * @param base the path of this page, which its forms go below
   * @param back the list that one comes from
   * @param by who looks at it
   */
  Page of(Account account, String base, String back, SignedInUser by, FormErrors errors) {
    boolean self = account.getId() == by.id();
    var status = account.getStatus();
    return Page.of("account/account.html")
        .with("account", account)
        .with("partner", account.isStaff() ? null : account.getPartner().getName())
        .with("base", base)
        .with("back", back)
        .with("own", by.keepsAccounts() && self)
        .with("manages", by.keepsAccounts() && !self)
        .with("invites", status == AccountStatus.INVITED)
        .with("resets", by.staff() && status == AccountStatus.ACTIVE)
        .with(
            "roles", account.isStaff() ? AccountChoices.STAFF_ROLES : AccountChoices.PARTNER_ROLES)
        .with("has", names(account.getRoles()))
        .with("errors", errors)
        .with("work", account.isStaff() ? work.of(account) : 0L)
        .with("successors", account.isStaff() ? successors(account) : List.of())
        .with("acts", log.history("account", account.getId(), ACTS));
  }

  /** Who could take over what that person has in hand. */
  private List<Account> successors(Account leaving) {
    return accounts.handlers().stream().filter(other -> !other.equals(leaving)).toList();
  }

  private static Set<String> names(Set<Role> roles) {
    return roles.stream().map(Role::name).collect(Collectors.toSet());
  }
}
