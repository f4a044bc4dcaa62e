package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;

/** Accounts as lists show them. */
@ApplicationScoped
@Transactional
class AccountLists {
  @PersistenceContext EntityManager em;

  /**
   * @param partnerId null for the staff
   */
  NamedRows<Account> rows(Long partnerId, Listing listing) {
    var parameters = new HashMap<String, Object>();
    String where = "x.partner is null";
    if (partnerId != null) {
      where = "x.partner.id = :partner";
      parameters.put("partner", partnerId);
    }
    return NamedRows.of(em, Account.class, listing, where + state(listing.state()), parameters);
  }

  private static String state(String state) {
    return switch (state == null ? "" : state) {
      case "locked" -> " and x.locked = true";
      case "invited" -> " and x.passwordHash is null";
      case "active" -> " and x.locked = false and x.passwordHash is not null";
      default -> "";
    };
  }

  static Map<String, Object> model(NamedRows<Account> list) {
    return Map.of("list", list, "states", Choices.STATES);
  }
}
