package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import nl.poort25.account.Scope;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;

/** Lists of connections by reference: those in use, or those that have ended. */
@ApplicationScoped
@Transactional
public class ConnectionList {
  @PersistenceContext EntityManager em;
  @Inject AddressHolders holders;
  @Inject Connections connections;

  public ListPage<ConnectionRow> page(ListRequest request, Scope scope) {
    boolean ended = request.flag("state", "ended");
    var partner = scope.partnerOf(request);
    var kind = request.choice("kind", ConnectionKind.class);
    var query =
        new ListQuery<>(Connection.class, "Connection c")
            .join("left join fetch c.partner left join fetch c.customer")
            .fix("c.ended", ended)
            .fix("c.partnerId", partner)
            .fix("c.kind", partner == null ? kind : null)
            .whereEqual("c.kind", kind)
            .whereBegins("c.reference", request.text("q", text -> text.toUpperCase(Locale.ROOT)));
    String address = request.text("address");
    if (address != null) {
      Cidr.tryParse(address)
          .ifPresentOrElse(
              cidr -> holders.narrow(query, cidr, ended), () -> query.among(List.of()));
    }
    var found =
        query
            .byText("c.reference", Connection::getReference)
            .byNumber("c.id", Connection::getId)
            .page(em, request);
    var addresses = connections.ranges(found.rows().stream().map(Connection::getId).toList());
    return found.map(c -> ConnectionRow.of(c, addresses.getOrDefault(c.getId(), List.of())));
  }
}
