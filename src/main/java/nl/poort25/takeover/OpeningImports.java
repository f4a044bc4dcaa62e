package nl.poort25.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.account.Account;
import nl.poort25.account.Partners;
import nl.poort25.audit.Act;
import nl.poort25.exemption.Decision;
import nl.poort25.exemption.ExemptionRequests;
import nl.poort25.exemption.ExemptionState;
import nl.poort25.exemption.Opening;
import nl.poort25.exemption.Openings;
import nl.poort25.imports.CsvFile;
import nl.poort25.imports.CsvImport;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.FileImports;
import nl.poort25.takeover.OpeningFile.Entry;
import nl.poort25.takeover.OpeningImportPreview.Checked;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.TicketOutcome;
import nl.poort25.ticket.Tickets;

/** Takes over what was open before the portal knew of it: judged, and not closed. */
@ApplicationScoped
@Transactional
public class OpeningImports implements CsvImport {
  @PersistenceContext EntityManager em;
  @Inject FileImports imports;
  @Inject OpeningFileCheck check;
  @Inject Openings openings;
  @Inject Partners partners;
  @Inject Tickets tickets;
  @Inject Event<Act> acts;

  @Override
  public OpeningImportPreview preview(String text, Instant now) {
    return check.check(OpeningFile.read(text, now));
  }

  /** Those that wait for a second person, the oldest first. */
  public List<Long> waiting() {
    return imports.waiting(FileImport.Kind.OPENINGS);
  }

  void withdraw(long id, Instant now) {
    imports.withdraw(id, FileImport.Kind.OPENINGS, now);
  }

  /**
   * What was never asked for here is open by the word of two people.
   *
   * @throws ForbiddenException if who confirms it has also uploaded it
   */
  @Override
  public int apply(long id, String digest, long by, Instant now) {
    var upload = imports.get(id, FileImport.Kind.OPENINGS);
    if (upload.getBy().getId() == by) {
      throw new ForbiddenException("import " + id + " was uploaded by the same person");
    }
    var file = OpeningFile.read(upload.getContent(), now);
    lockPartners(file);
    var preview = check.check(file);
    upload.mustBeAsShown(preview.digest(), digest);
    var account = em.getReference(Account.class, by);
    boolean enforced = check.firstEnforcement() != null;
    preview.exemptions().forEach(one -> takeOver(one, enforced, account, now));
    acts.fire(upload.apply(file.entries().size(), 0, now));
    return preview.exemptions().size();
  }

  /** Whoever adds to what counts waits, as at sending a request (4.5); in one order for all. */
  private void lockPartners(CsvFile<Entry> file) {
    check.connections(file).values().stream()
        .map(c -> c.getPartner().getId())
        .distinct()
        .sorted()
        .forEach(partners::lock);
  }

  private void takeOver(Checked checked, boolean enforced, Account by, Instant now) {
    var group = checked.group();
    var connection = checked.connection();
    var verdict = checked.verdict();
    var exemption = group.draft(connection, by, now);
    em.persist(exemption);
    var ticket =
        tickets.file(
            Ticket.Matter.EXEMPTION,
            connection.getPartner(),
            connection,
            null,
            ExemptionRequests.about(group.lines()),
            verdict.violations().size(),
            now);
    var decision = new Decision(exemption, Decision.Kind.TAKEN_OVER, by, null, now);
    em.persist(decision);
    var lines = new ArrayList<Opening>();
    for (var entry : group.entries()) {
      boolean free = checked.facts().isFree(entry.flow());
      lines.add(
          Opening.takenOver(exemption, entry.flow(), free, decision, entry.since(), enforced));
    }
    lines.forEach(em::persist);
    acts.fire(
        exemption.takeOver(ticket, decision, verdict, lines, openings.nextConfirmation(now), now));
    if (exemption.getState() == ExemptionState.OPEN) {
      ticket.close(TicketOutcome.OPEN, now);
    }
  }
}
