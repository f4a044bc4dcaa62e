package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;

/** Accounts as lists show them. */
@ApplicationScoped
@Transactional
public class AccountLists {
  @PersistenceContext EntityManager em;

  ListPage<Account> ofStaff(ListRequest request) {
    return page(query().fixEmpty("x.partner"), request);
  }

  ListPage<Account> ofPartner(Scope partner, ListRequest request) {
    return page(query().fix("x.partner.id", partner.partnerOf(request)), request);
  }

  /** Whether more than one has an account, invited ones included. */
  public boolean hasSeveral(Scope partner) {
    return ofPartner(partner, ListRequest.of("/colleagues")).rows().size() > 1;
  }

  private static ListQuery<Account> query() {
    return new ListQuery<>(Account.class, "Account x");
  }

  private ListPage<Account> page(ListQuery<Account> query, ListRequest request) {
    String state = NamedList.state(request, AccountChoices.STATES);
    if (state != null) {
      query.where(
          switch (state) {
            case "locked" -> "x.locked = true";
            case "invited" -> "x.passwordHash is null";
            default -> "x.locked = false and x.passwordHash is not null";
          });
    }
    return NamedList.pageOfAccounts(em, query, request);
  }
}
