package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import nl.poort25.mx.RelayAddresses;
import nl.poort25.mx.RelayAddresses.RelayHost;
import nl.poort25.network.Cidr;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.FirewallLine;
import nl.poort25.state.FirewallLine.Kind;

/** Whether a state of the firewalls lets the provider's MX (3.10) be reached from outside (2.5). */
@ApplicationScoped
@Transactional
public class MxReachability {
  @Inject RelayAddresses relays;
  @Inject PointLines lines;

  /**
   * An address of a host of 3.10.
   *
   * @param inside whether the state has it in the provider's network
   * @param open whether the state lets everybody reach it
   */
  public record Address(Cidr address, boolean inside, boolean open) {
    public boolean isClosed() {
      return inside && !open;
    }
  }

  /**
   * A host of 3.10.
   *
   * @param known whether the DNS says where it leads; else the addresses are those known before
   * @param at when the DNS was asked; null where it was not yet
   */
  public record Mx(String host, List<Address> addresses, boolean known, Instant at) {
    public Mx {
      addresses = List.copyOf(addresses);
    }

    /** Those that nobody outside could reach. */
    public List<Address> getClosed() {
      return addresses.stream().filter(Address::isClosed).toList();
    }
  }

  /** All hosts of 3.10, in the order of their preference, as the state of that number has them. */
  public List<Mx> of(long number) {
    var inside = lines.inside(number);
    return relays.hosts().stream().map(host -> of(host, inside, number)).toList();
  }

  private Mx of(RelayHost host, List<Cidr> inside, long number) {
    var addresses =
        host.addresses().stream()
            .map(
                address ->
                    new Address(
                        address,
                        inside.stream().anyMatch(prefix -> prefix.contains(address)),
                        isOpen(address, number)))
            .toList();
    return new Mx(host.host(), addresses, host.isKnown(), host.at());
  }

  private boolean isOpen(Cidr address, long number) {
    return lines.of(EnforcementTarget.FIREWALL, address.firstKey(), number).stream()
        .map(FirewallLine::parse)
        .anyMatch(
            line ->
                (line.kind() == Kind.OPEN || line.kind() == Kind.OWN)
                    && line.destination().equals(address));
  }
}
