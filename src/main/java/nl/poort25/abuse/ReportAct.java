package nl.poort25.abuse;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** Something that staff did with a report. No partner's matter: a partner sees cases only. */
public sealed interface ReportAct extends Act {
  AbuseReport report();

  @Override
  default Subject subject() {
    var source = report().getContents().getSource();
    return new Subject(
        "report", report().getId(), "#" + report().getId() + (source == null ? "" : " " + source));
  }

  /** Staff uploaded a report. */
  record ReportTaken(AbuseReport report) implements ReportAct {
    @Override
    public Map<String, String> after() {
      return Map.of("state", report.getState().name());
    }
  }

  /** Staff said which address a report is about, where the report does not. */
  record ReportNamed(AbuseReport report) implements ReportAct {
    @Override
    public Map<String, String> after() {
      return Map.of("addresses", report.getAddress().toString());
    }
  }

  /** Staff confirmed which address a report is about, and when. */
  record ReportConfirmed(AbuseReport report) implements ReportAct {
    @Override
    public Map<String, String> after() {
      return Map.of(
          "addresses",
          report.getAddress().toString(),
          "held-at",
          report.getHeldAt().toString(),
          "connection",
          report.getConnection().getReference());
    }
  }

  /** A report became part of a case. */
  record ReportGathered(AbuseReport report) implements ReportAct {
    @Override
    public Map<String, String> after() {
      return Map.of("number", report.getAbuseCase().getNumber());
    }
  }

  /** Staff put a report aside. */
  record ReportDismissed(AbuseReport report) implements ReportAct {
    @Override
    public Map<String, String> after() {
      return Map.of("reason", report.getWhy());
    }
  }
}
