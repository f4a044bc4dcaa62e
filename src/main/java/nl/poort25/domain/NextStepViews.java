package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/** What comes next for names, with the terms of the settings. */
@ApplicationScoped
public class NextStepViews {
  @Inject StaffDeadlines term;
  private Duration proofTerm;

  protected NextStepViews() {}

  @Inject
  NextStepViews(Settings settings) {
    proofTerm = Duration.ofDays(settings.number(Setting.PROOF_TERM_DAYS));
  }

  /** Null once it has ended. */
  public NextStepView of(Registration registration, Instant now) {
    return of(
        registration.getStatus().getNextStep(),
        registration.getStatus().getMail(),
        registration.getStatus().getNextStepSince(),
        registration.getControl().getLostAt(),
        now);
  }

  /** Null once it has ended. */
  public NextStepView of(DomainRow domain, Instant now) {
    return of(domain.nextStep(), domain.mail(), domain.nextStepSince(), domain.proofLostAt(), now);
  }

  private NextStepView of(
      NextStep step, DomainMailState mail, Instant since, Instant lostAt, Instant now) {
    var proofEnds = lostAt == null ? null : lostAt.plus(proofTerm);
    return step == null ? null : NextStepView.of(step, mail, since, proofEnds, term, now);
  }
}
