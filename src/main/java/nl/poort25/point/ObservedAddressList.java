package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.network.Cidr;
import nl.poort25.state.EnforcementTarget;

/**
 * List of the addresses that a point observed taking connections, by what the state that it would
 * get does to them: first the provider's own mail servers, then partners' by partner and
 * connection, then the rest.
 */
@ApplicationScoped
@Transactional
class ObservedAddressList {
  @PersistenceContext EntityManager em;
  @Inject ObservedAddressImpact impact;

  /** Those that would be closed or, where it is asked for, that stay open. */
  ListPage<ObservedAddressRow> page(ObservedAddressImpact.Asked asked, ListRequest request) {
    boolean stay = request.flag("what", "stay");
    var own = impact.own(asked.number());
    var found =
        new ListQuery<>(ObservedAddress.class, "ObservedAddress s")
            .join("left join fetch s.connection c left join fetch c.partner p")
            .few() // a point tells so many at most
            .where(ObservedAddressImpact.condition(stay), "point", asked.point())
            .with("limit", asked.now().minus(ObservedAddresses.KEPT))
            .with("target", EnforcementTarget.FIREWALL)
            .with("number", asked.number())
            .with("own", own)
            .byNumber(ObservedAddressImpact.RANK, seen -> seen.rank(own))
            .byText("coalesce(p.name, '')", ObservedAddress::partnerName)
            .byText("coalesce(c.reference, '')", ObservedAddress::reference)
            .byText("s.addressKey", seen -> Cidr.of(seen.getAddress()).firstKey())
            .page(em, request);
    var partly = impact.partlyOpen(asked, found.rows());
    var prefixes = impact.prefixes(asked.number());
    return found.map(seen -> ObservedAddressRow.of(seen, own, partly, prefixes));
  }
}
