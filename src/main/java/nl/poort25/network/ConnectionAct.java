package nl.poort25.network;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.audit.Act;
import nl.poort25.audit.ActFields;
import nl.poort25.audit.Subject;

/** What happens to a connection of a partner. */
public sealed interface ConnectionAct extends Act {
  Connection connection();

  @Override
  default Subject subject() {
    return new Subject("connection", connection().getId(), connection().getReference());
  }

  @Override
  default Long partnerId() {
    return connection().getPartner().getId();
  }

  record ConnectionAdded(Connection connection, Collection<Cidr> addresses)
      implements ConnectionAct {
    @Override
    public Map<String, String> after() {
      return addresses.isEmpty()
          ? values(connection)
          : values(connection).and("addresses", joined(addresses));
    }
  }

  /**
   * @param before as {@link #values} of what it was
   */
  record ConnectionChanged(Connection connection, Map<String, String> before)
      implements ConnectionAct {
    @Override
    public Map<String, String> after() {
      return values(connection);
    }
  }

  /**
   * @param addresses that it had until then
   */
  record ConnectionEnded(Connection connection, Collection<Cidr> addresses)
      implements ConnectionAct {
    @Override
    public Map<String, String> before() {
      return addresses.isEmpty() ? Map.of() : Map.of("addresses", joined(addresses));
    }
  }

  record AddressesAdded(Connection connection, Collection<Cidr> addresses)
      implements ConnectionAct {
    @Override
    public Map<String, String> after() {
      return Map.of("addresses", joined(addresses));
    }
  }

  record AddressesRemoved(Connection connection, Collection<Cidr> addresses)
      implements ConnectionAct {
    @Override
    public Map<String, String> before() {
      return Map.of("addresses", joined(addresses));
    }
  }

  static ActFields values(Connection connection) {
    var customer = connection.getCustomer();
    return ActFields.of("kind", connection.getKind())
        .and("customer", customer == null ? null : customer.getName())
        .and("site", connection.getSite());
  }

  /** Cut off where it would be longer than an entry of the log. */
  static String joined(Collection<Cidr> addresses) {
    int most = 100;
    String joined =
        addresses.stream().limit(most).map(Cidr::toString).collect(Collectors.joining(", "));
    return addresses.size() > most ? joined + ", … (" + addresses.size() + ")" : joined;
  }

  /**
   * Staff takes addresses away and closes what is open on them: whoever opened it observes this
   * event and closes it in the same transaction. Fired only where {@link AddressUse} found
   * something, beside the act that it follows from.
   *
   * @param connection as it is from now on
   * @param cidrs what nothing may be open on any more; the connection may still hold them where it
   *     changed its kind
   * @param reason why, as staff wrote it for the partner; at most 1,000 characters
   */
  record AddressesTaken(Connection connection, Collection<Cidr> cidrs, String reason, Cause cause)
      implements ConnectionAct {
    public enum Cause {
      /** the connection no longer has the addresses */
      REMOVED,
      /** the connection ended */
      ENDED,
      /** it is a teleworker line from now on (4.2) */
      TELEWORKER_LINE,
      /** the addresses are no longer the provider's (2.2) */
      OUTSIDE
    }

    @Override
    public Map<String, String> after() {
      return Map.of(
          "addresses", ConnectionAct.joined(cidrs), "reason", reason, "cause", cause.name());
    }
  }
}
