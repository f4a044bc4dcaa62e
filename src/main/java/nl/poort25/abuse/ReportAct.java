package nl.poort25.abuse;

import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** Something that staff did with a report. No partner's matter: a partner sees cases only. */
sealed interface ReportAct extends Act
    permits ReportTaken, ReportNamed, ReportConfirmed, ReportGathered, ReportDismissed {
  AbuseReport report();

  @Override
  default Subject subject() {
    var source = report().getSource();
    return new Subject(
        "report", report().getId(), "#" + report().getId() + (source == null ? "" : " " + source));
  }

  @Override
  default Long partnerId() {
    return null;
  }
}
