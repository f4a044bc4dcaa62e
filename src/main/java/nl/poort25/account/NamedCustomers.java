package nl.poort25.account;

import com.google.common.collect.Lists;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Customers that many lines name, in whichever case: looked up in a few queries, not in one for
 * each line, and made where the partner has none of that name.
 */
public final class NamedCustomers {
  private static final int AT_ONCE = 500;

  private final EntityManager em;
  private final Map<String, Customer> known = new HashMap<>();

  NamedCustomers(EntityManager em) {
    this.em = em;
  }

  NamedCustomers with(Collection<Partner> partners, Collection<String> names) {
    var lower = names.stream().filter(Objects::nonNull).map(NamedCustomers::lower).distinct();
    var concerned = partners.stream().distinct().toList();
    if (concerned.isEmpty()) {
      return this;
    }
    for (List<String> some : Lists.partition(lower.toList(), AT_ONCE)) {
      em.createQuery(
              "select c from Customer c where c.partner in :partners and lower(c.name) in :some"
                  + " order by c.id",
              Customer.class)
          .setParameter("partners", concerned)
          .setParameter("some", some)
          .getResultList()
          .forEach(c -> known.putIfAbsent(key(c.getPartner(), c.getName()), c));
    }
    return this;
  }

  /**
   * @param name null for none
   * @return null without a name, or where there is no such customer yet
   */
  public Customer find(Partner partner, String name) {
    return name == null ? null : known.get(key(partner, name));
  }

  /** The customer of that name, made if there is none yet; null without a name. */
  public Customer findOrMake(Partner partner, String name) {
    return name == null
        ? null
        : known.computeIfAbsent(
            key(partner, name),
            key -> {
              var customer = new Customer(partner, name);
              em.persist(customer);
              return customer;
            });
  }

  private static String key(Partner partner, String name) {
    return partner.getId() + ":" + lower(name);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
