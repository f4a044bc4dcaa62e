package nl.poort25.account;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.poort25.database.Batches;

/**
 * Looks up customers by name for many lines in few queries and creates the missing ones. The
 * spelling with the same case wins, else the oldest customer.
 */
public final class CustomerLookup {
  private final EntityManager em;
  private final Map<String, Customer> exact = new HashMap<>();
  private final Map<String, Customer> inAnyCase = new HashMap<>();

  CustomerLookup(EntityManager em) {
    this.em = em;
  }

  CustomerLookup with(Collection<Partner> partners, Collection<String> names) {
    var concerned = partners.stream().distinct().toList();
    if (concerned.isEmpty()) {
      return this;
    }
    Batches.rows(
            em,
            Customer.class,
            "select c from Customer c where c.partner in :partners and c.lowerName in :some"
                + " order by c.id",
            names.stream().filter(Objects::nonNull).map(CustomerLookup::lower),
            Map.of("partners", concerned))
        .forEach(this::add);
    return this;
  }

  private void add(Customer customer) {
    exact.put(key(customer.getPartner(), customer.getName()), customer);
    inAnyCase.putIfAbsent(key(customer.getPartner(), lower(customer.getName())), customer);
  }

  /**
   * @param name null for none
   * @return null without a name, or where there is no such customer yet
   */
  public Customer find(Partner partner, String name) {
    if (name == null) {
      return null;
    }
    var written = exact.get(key(partner, name));
    return written != null ? written : inAnyCase.get(key(partner, lower(name)));
  }

  /** The customer of that name, made if there is none yet; null without a name. */
  public Customer findOrMake(Partner partner, String name) {
    var found = find(partner, name);
    if (found != null || name == null) {
      return found;
    }
    var customer = new Customer(partner, name);
    em.persist(customer);
    add(customer);
    return customer;
  }

  private static String key(Partner partner, String name) {
    return partner.getId() + ":" + name;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
