package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Role;
import nl.poort25.audit.AuditLog;
import nl.poort25.text.Text;
import nl.poort25.web.Page;

/** The page of one case, as staff and as the partner see it. */
@ApplicationScoped
class CasePages {
  private static final int MOST_ACTS = 25;

  @Inject AbuseCases cases;
  @Inject AbuseReports reports;
  @Inject BlockCandidates targets;
  @Inject AuditLog log;
  @Inject CurrentUser user;
  @Inject BlockConfirmationMode enforcement;

  Page staff(long id) {
    return staff(id, null);
  }

  /**
   * @param form of the judgements, which was not taken; or null
   */
  Page staff(long id, InvestigationForm form) {
    var shown = cases.get(id, user.everything());
    var visitor = user.visitor();
    boolean closes = visitor.reviews() && shown.isOpen();
    var preview = closes ? cases.previewClosure(id, visitor.id()) : null;
    return Page.of("abuse/staff-show.html")
        .with("case", shown)
        .with("when", enforcement.when())
        .with("uses", targets.uses(shown.getAddresses()))
        .with("own", shown.isOpen() ? targets.ofProvider(shown.getAddresses()) : List.of())
        .with("reports", reports.of(id))
        .with("repeated", shown.isOpen() && cases.isRepeated(shown))
        .with("preview", preview)
        .with("closes", closes)
        .with("concludes", closes && preview.holds())
        .with("judged", JudgementField.of(shown, form))
        .with("extends", shown.isOpen() && visitor.acts())
        .with(
            "enforces",
            shown.isOpen()
                && shown.getConfirmation() == null
                && (visitor.administers() || visitor.roles().contains(Role.NETWORK)))
        .with("judgements", AnswerReview.values())
        .with("acts", log.history("abuse", id, MOST_ACTS));
  }

  /**
   * @throws NotFoundException also for another partner's
   */
  Page partner(long id) {
    return partner(id, null);
  }

  /**
   * @param form of the answers, which was not taken; or null
   */
  Page partner(long id, InvestigationForm form) {
    var shown = cases.get(id, user.partner());
    return Page.of("abuse/show.html")
        .with("case", shown)
        .with("lead", lead(shown))
        .with("answers", AnswerField.of(shown, form))
        .with("when", enforcement.when())
        .with("evidence", reports.of(id).stream().map(PartnerReportView::of).toList())
        .with("acts", log.history("abuse", id, MOST_ACTS));
  }

  private Text lead(AbuseCase shown) {
    return shown.isOpen() && shown.getConfirmation() == null
        ? Text.of("abuse.show.lead.closing", enforcement.when())
        : Text.of("abuse.show.lead." + shown.getState());
  }
}
