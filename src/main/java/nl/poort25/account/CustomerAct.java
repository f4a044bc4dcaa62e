package nl.poort25.account;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** What happens to a customer of a partner. */
sealed interface CustomerAct extends Act {
  Customer customer();

  @Override
  default Subject subject() {
    return new Subject("customer", customer().getId(), customer().getName());
  }

  @Override
  default Long partnerId() {
    return customer().getPartner().getId();
  }

  record CustomerAdded(Customer customer) implements CustomerAct {}

  record CustomerRenamed(Customer customer, String old, String name) implements CustomerAct {
    @Override
    public Map<String, String> before() {
      return Map.of("name", old);
    }

    @Override
    public Map<String, String> after() {
      return Map.of("name", name);
    }
  }
}
