package nl.poort25.enforcement;

import java.util.List;
import java.util.Map;
import nl.poort25.abuse.DeniedClient;
import nl.poort25.mailservice.ServiceInForce;
import nl.poort25.network.Cidr;

/**
 * The facts that the state of the relays is computed from.
 *
 * @param services what is active, of active registrations, in whatever order
 * @param reached where a destination leads at this moment, as far as it passes 3.9: a destination
 *     that is refused, or was not looked at, is not here
 * @param denied the clients in open cases of abuse (4.13)
 * @param store the hosts that keep the mail that is fetched (POP3); none where there is no store
 * @param postmaster the address that reads what is sent to postmaster and abuse of names whose
 *     boxes are known and have neither; null for none
 */
record RelayFacts(
    List<ServiceInForce> services,
    Map<String, List<Cidr>> reached,
    List<DeniedClient> denied,
    List<Cidr> store,
    String postmaster) {
  RelayFacts {
    services = List.copyOf(services);
    reached = Map.copyOf(reached);
    denied = List.copyOf(denied);
    store = List.copyOf(store);
  }
}
