package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.poort25.abuse.ReportAct.ReportTaken;
import nl.poort25.abusereport.ReportUpload;
import nl.poort25.abusereport.UnparsedPart;
import nl.poort25.account.Account;
import nl.poort25.audit.Act;
import nl.poort25.text.Text;

/** Keeps the reports of a file that staff uploads, each once. */
@ApplicationScoped
@Transactional
public class UploadedReports {
  private static final int AT_ONCE = 100;

  @PersistenceContext EntityManager em;
  @Inject AbuseReports reports;
  @Inject Event<Act> acts;

  /**
   * What became of one message of an upload.
   *
   * @param report null where it was refused
   * @param known whether it had been uploaded before
   * @param refusal null where it was taken
   */
  public record Outcome(int number, AbuseReport report, boolean known, Text refusal) {
    /** What of the file stands behind its end, and was not read. */
    public List<Text> getRest() {
      return report == null
          ? List.of()
          : report.getContents().getNotRead().stream()
              .map(UnparsedPart::getRest)
              .filter(Objects::nonNull)
              .toList();
    }
  }

  /** Takes what could be read, and looks for who held the addresses. */
  public List<Outcome> recordAll(ReportUpload upload, long by, Instant now) {
    var outcomes = new ArrayList<Outcome>();
    var messages = upload.messages();
    for (int i = 0; i < messages.size(); i += AT_ONCE) {
      var account = em.find(Account.class, by);
      var some = messages.subList(i, Math.min(messages.size(), i + AT_ONCE));
      var known = known(some);
      some.forEach(message -> outcomes.add(record(message, known, account, now)));
      // each query looks through all that is in memory for changes
      em.flush();
      em.clear();
    }
    return outcomes;
  }

  /** Those that were uploaded before, by their digests. */
  private Map<String, AbuseReport> known(List<ReportUpload.Message> messages) {
    var digests =
        messages.stream()
            .flatMap(message -> Stream.of(message.digest(), message.digestOfBytes()))
            .distinct()
            .toList();
    var known = new HashMap<String, AbuseReport>();
    em.createQuery(AbuseReports.WITH_HOLDER + "where r.digest in :digests", AbuseReport.class)
        .setParameter("digests", digests)
        .getResultList()
        .forEach(report -> known.put(report.getDigest(), report));
    return known;
  }

  /**
   * @param known gets it, where it is new
   */
  private Outcome record(
      ReportUpload.Message message, Map<String, AbuseReport> known, Account by, Instant now) {
    if (message.refusal() != null) {
      return new Outcome(message.number(), null, false, message.refusal());
    }
    var before = known.getOrDefault(message.digest(), known.get(message.digestOfBytes()));
    if (before != null) {
      return new Outcome(message.number(), before, true, null);
    }
    var report = new AbuseReport(message.report(), message.digest(), by, now);
    match(report, now);
    em.persist(report);
    known.put(message.digest(), report);
    acts.fire(new ReportTaken(report));
    return new Outcome(message.number(), report, false, null);
  }

  /** Looks for who held its address. */
  private void match(AbuseReport report, Instant now) {
    var source = report.getContents().getSource();
    if (source != null) {
      var then = report.likeliestAt(now);
      report.match(source, then, reports.holder(source, then).orElse(null));
    }
  }
}
