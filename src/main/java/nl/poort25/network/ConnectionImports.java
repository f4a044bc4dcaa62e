package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import nl.poort25.audit.Act;
import nl.poort25.imports.CsvImport;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.FileImports;
import nl.poort25.network.ConnectionFile.Entry;

/** Uploads of connections: what they would add, and the addition. */
@ApplicationScoped
@Transactional
class ConnectionImports implements CsvImport {
  @PersistenceContext EntityManager em;
  @Inject FileImports imports;
  @Inject ConnectionFileCheck check;
  @Inject AddressHolders holdings;
  @Inject Event<Act> acts;

  @Override
  public ConnectionImportPreview preview(String text, Instant now) {
    return check.check(ConnectionFile.read(text));
  }

  @Override
  public int apply(long id, String digest, long by, Instant now) {
    holdings.lock();
    var upload = imports.get(id, FileImport.Kind.CONNECTIONS);
    var preview = preview(upload.getContent(), now);
    upload.mustBeAsShown(preview.digest(), digest);
    preview.lines().forEach(line -> add(line, preview, now));
    acts.fire(upload.apply(preview.lines().size(), 0, now));
    return preview.lines().size();
  }

  private void add(Entry line, ConnectionImportPreview preview, Instant now) {
    var partner = preview.partner(line);
    var connection =
        new Connection(
            line.reference(),
            line.kind(),
            partner,
            preview.customers().findOrMake(partner, line.customer()),
            line.site(),
            now);
    em.persist(connection);
    line.addresses().forEach(cidr -> em.persist(new ConnectionRange(connection, cidr, now)));
    acts.fire(new ConnectionAct.ConnectionAdded(connection, line.addresses()));
  }
}
