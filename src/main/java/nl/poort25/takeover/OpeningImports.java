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
import java.util.EnumSet;
import java.util.List;
import nl.poort25.account.Account;
import nl.poort25.account.Partners;
import nl.poort25.audit.Act;
import nl.poort25.exemption.Decision;
import nl.poort25.exemption.ExemptionRequests;
import nl.poort25.exemption.ExemptionState;
import nl.poort25.exemption.Opening;
import nl.poort25.exemption.Openings;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.FileImports;
import nl.poort25.takeover.OpeningFileCheck.Checked;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.TicketOutcome;
import nl.poort25.ticket.Tickets;
import nl.poort25.web.Conflict;

/** Takes over what was open before the portal knew of it: judged, and not closed. */
@ApplicationScoped
@Transactional
public class OpeningImports {
  static final EnumSet<FileImport.Kind> KINDS = EnumSet.of(FileImport.Kind.OPENINGS);

  @PersistenceContext EntityManager em;
  @Inject FileImports imports;
  @Inject OpeningFileCheck check;
  @Inject Openings openings;
  @Inject Partners partners;
  @Inject Tickets tickets;
  @Inject Event<Act> acts;

  public OpeningImportPreview preview(String text, Instant now) {
    return OpeningImportPreview.of(check.check(OpeningFile.read(text, now)));
  }

  /** Those that wait for a second person, the oldest first. */
  public List<Long> waiting() {
    return imports.waiting(FileImport.Kind.OPENINGS);
  }

  void withdraw(long id, Instant now) {
    imports.withdraw(id, KINDS, now);
  }

  /**
   * All of it, or nothing: what was never asked for here is open by the word of two people.
   *
   * @param digest of the outlook that was shown
   * @param by who confirms it: somebody else than who uploaded it
   * @return how many exemptions it has become
   * @throws Conflict if something else would come of it by now
   * @throws ForbiddenException if that person uploaded it
   */
  public int apply(long id, String digest, long by, Instant now) {
    var upload = imports.get(id, KINDS);
    if (upload.getBy().getId() == by) {
      throw new ForbiddenException("import " + id + " was uploaded by the same person");
    }
    var file = OpeningFile.read(upload.getContent(), now);
    lockPartners(file);
    var outcome = check.check(file);
    if (upload.isOver()
        || !outcome.faults().isEmpty()
        || !OpeningImportPreview.of(outcome).digest().equals(digest)) {
      throw new Conflict("import " + id + " would not take over what was shown");
    }
    var account = em.getReference(Account.class, by);
    boolean enforced = check.firstEnforcement() != null;
    outcome.exemptions().forEach(one -> takeOver(one, enforced, account, now));
    acts.fire(upload.apply(file.entries().size(), 0, now));
    return outcome.exemptions().size();
  }

  /** Whoever adds to what counts waits, as at sending a request (4.5); in one order for all. */
  private void lockPartners(OpeningFile file) {
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
      boolean free = checked.facts().isFree(entry.line());
      lines.add(
          Opening.takenOver(exemption, entry.line(), free, decision, entry.since(), enforced));
    }
    lines.forEach(em::persist);
    acts.fire(
        exemption.takeOver(ticket, decision, verdict, lines, openings.nextConfirmation(now), now));
    if (exemption.getState() == ExemptionState.OPEN) {
      ticket.close(TicketOutcome.OPEN, now);
    }
  }
}
