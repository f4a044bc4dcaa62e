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
import nl.poort25.network.ConnectionFile.Line;
import nl.poort25.network.ConnectionJudge.Judged;
import nl.poort25.network.NetworkImport.Kind;
import nl.poort25.web.Conflict;

/** Uploads of connections: what they would add, and the addition. */
@ApplicationScoped
@Transactional
class ConnectionImports {
  static final EnumSet<Kind> KINDS = EnumSet.of(Kind.CONNECTIONS);

  /** Lines that a page shows. */
  private static final int SHOWN = 100;

  @PersistenceContext EntityManager em;
  @Inject NetworkImports imports;
  @Inject ConnectionJudge judge;
  @Inject Holdings holdings;
  @Inject Event<Act> acts;

  /**
   * What would come of an upload.
   *
   * @param customers names of those that would be new, with their partners
   */
  public record Outlook(List<Line> lines, List<LineFault> faults, List<String> customers)
      implements ImportOutlook {
    static Outlook of(Judged judged) {
      var customers = new TreeSet<String>();
      if (judged.holds()) {
        for (Line line : judged.lines()) {
          if (line.customer() != null && judged.customer(line) == null) {
            customers.add(line.customer() + " (" + judged.partner(line).getName() + ")");
          }
        }
      }
      return new Outlook(judged.lines(), judged.faults(), List.copyOf(customers));
    }

    public List<Line> shown() {
      return lines.subList(0, Math.min(SHOWN, lines.size()));
    }

    public int more() {
      return lines.size() - shown().size();
    }

    public String digest() {
      return NetworkImports.digest(
          Stream.of(
                  lines.stream().map(Line::toString),
                  faults.stream().map(LineFault::toString),
                  customers.stream())
              .flatMap(parts -> parts));
    }
  }

  Outlook outlook(String text) {
    return Outlook.of(judge.judge(ConnectionFile.read(text)));
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
    var judged = judge.judge(ConnectionFile.read(upload.getContent()));
    if (upload.isApplied() || !judged.holds() || !Outlook.of(judged).digest().equals(digest)) {
      throw new Conflict("import " + id + " would not add what was shown");
    }
    judged.lines().forEach(line -> add(line, judged, now));
    acts.fire(upload.apply(judged.lines().size(), 0, now));
    return judged.lines().size();
  }

  private void add(Line line, Judged judged, Instant now) {
    var connection =
        new Connection(
            line.reference(),
            line.kind(),
            judged.partner(line),
            judged.customers().findOrMake(judged.partner(line), line.customer()),
            line.site(),
            now);
    em.persist(connection);
    line.addresses().forEach(cidr -> em.persist(new ConnectionRange(connection, cidr, now)));
    acts.fire(new ConnectionAct.ConnectionAdded(connection, line.addresses()));
  }
}
