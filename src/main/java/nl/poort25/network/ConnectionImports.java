package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.poort25.audit.Act;
import nl.poort25.imports.FileImport.Kind;
import nl.poort25.imports.FileImports;
import nl.poort25.imports.ImportPreview;
import nl.poort25.imports.LineFault;
import nl.poort25.network.ConnectionFile.Line;
import nl.poort25.network.ConnectionFileCheck.Checked;
import nl.poort25.web.Conflict;

/** Uploads of connections: what they would add, and the addition. */
@ApplicationScoped
@Transactional
class ConnectionImports {
  static final EnumSet<Kind> KINDS = EnumSet.of(Kind.CONNECTIONS);

  /** Lines that a page shows. */
  private static final int SHOWN = 100;

  @PersistenceContext EntityManager em;
  @Inject FileImports imports;
  @Inject ConnectionFileCheck check;
  @Inject AddressHolders holdings;
  @Inject Event<Act> acts;

  /**
   * What would come of an upload.
   *
   * @param customers names of those that would be new, with their partners
   */
  public record Preview(List<Line> lines, List<LineFault> faults, List<String> customers)
      implements ImportPreview {
    static Preview of(Checked checked) {
      var customers = new TreeSet<String>();
      if (checked.holds()) {
        for (Line line : checked.lines()) {
          if (line.customer() != null && checked.customer(line) == null) {
            customers.add(line.customer() + " (" + checked.partner(line).getName() + ")");
          }
        }
      }
      return new Preview(checked.lines(), checked.faults(), List.copyOf(customers));
    }

    public List<Line> shown() {
      return lines.subList(0, Math.min(SHOWN, lines.size()));
    }

    public int more() {
      return lines.size() - shown().size();
    }

    public String digest() {
      return FileImports.digest(
          Stream.of(
                  lines.stream().map(Line::toString),
                  faults.stream().map(LineFault::toString),
                  customers.stream())
              .flatMap(parts -> parts));
    }
  }

  Preview preview(String text) {
    return Preview.of(check.check(ConnectionFile.read(text)));
  }

  /**
   * All of it, or nothing.
   *
   * @param digest of the outlook that was shown
   * @throws Conflict if something else would come of it by now
   */
  int apply(long id, String digest, Instant now) {
    holdings.lock();
    var upload = imports.get(id, KINDS);
    var checked = check.check(ConnectionFile.read(upload.getContent()));
    if (upload.isApplied() || !checked.holds() || !Preview.of(checked).digest().equals(digest)) {
      throw new Conflict("import " + id + " would not add what was shown");
    }
    checked.lines().forEach(line -> add(line, checked, now));
    acts.fire(upload.apply(checked.lines().size(), 0, now));
    return checked.lines().size();
  }

  private void add(Line line, Checked checked, Instant now) {
    var connection =
        new Connection(
            line.reference(),
            line.kind(),
            checked.partner(line),
            checked.customers().findOrMake(checked.partner(line), line.customer()),
            line.site(),
            now);
    em.persist(connection);
    line.addresses().forEach(cidr -> em.persist(new ConnectionRange(connection, cidr, now)));
    acts.fire(new ConnectionAct.ConnectionAdded(connection, line.addresses()));
  }
}
