package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import nl.poort25.network.AddressUse;
import nl.poort25.network.AddressUses;
import nl.poort25.network.Cidr;
import nl.poort25.text.Text;

/** Tells the network's pages which exemptions are open or waiting on an address. */
@ApplicationScoped
@Transactional
class ExemptedAddresses implements AddressUses {
  @Inject Openings openings;
  @Inject OutsideCheckResults sights;
  @Inject HeldPointCheck heldBack;

  @Override
  public List<AddressUse> of(Collection<Cidr> addresses) {
    var found = openings.on(addresses);
    var seen = sights.of(found);
    var held = heldBack.of(found);
    return found.stream()
        .map(opening -> use(opening, held.word(opening), seen.get(opening.getId())))
        .toList();
  }

  private static AddressUse use(Opening opening, String state, OutsideCheckResult seen) {
    var exemption = opening.getExemption();
    return new AddressUse(
        Cidr.of(opening.getDestination()),
        exemption.getNumber(),
        "/backoffice/exemptions/" + exemption.getId(),
        state,
        opening.getConfirmed().isOpen(),
        seen == null ? null : Text.of("exemption.seen." + seen.sight()));
  }
}
