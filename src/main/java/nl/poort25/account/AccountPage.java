package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
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
    var model = new HashMap<String, Object>();
    model.put("account", account);
    model.put("partner", account.isStaff() ? null : account.getPartner().getName());
    model.put("base", base);
    model.put("back", back);
    model.put("self", account.getId() == by.id());
    model.put("may", by.keepsAccounts());
    model.put(
        "roles", account.isStaff() ? AccountChoices.STAFF_ROLES : AccountChoices.PARTNER_ROLES);
    model.put("has", names(account.getRoles()));
    model.put("errors", errors);
    putWork(model, account);
    model.put("acts", log.history("account", account.getId(), ACTS));
    return new Page("account/account.html", model);
  }

  /** What he has in hand, and who could take it over when he leaves. */
  private void putWork(Map<String, Object> model, Account account) {
    if (!account.isStaff()) {
      model.put("work", 0L);
      return;
    }
    model.put("work", work.of(account));
    model.put(
        "successors",
        accounts.handlers().stream().filter(other -> !other.equals(account)).toList());
  }

  private static Set<String> names(Set<Role> roles) {
    return roles.stream().map(Role::name).collect(Collectors.toSet());
  }
}
