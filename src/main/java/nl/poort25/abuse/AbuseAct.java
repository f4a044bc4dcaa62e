package nl.poort25.abuse;

import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** Something that was done in a case. */
sealed interface AbuseAct extends Act
    permits AbuseBlocked, AbuseExtended, AbuseEnforced, ItemAnswered, ItemJudged, AbuseCleared {
  AbuseCase abuseCase();

  @Override
  default Subject subject() {
    return new Subject("abuse", abuseCase().getId(), abuseCase().getNumber());
  }

  @Override
  default Long partnerId() {
    return abuseCase().getPartner().getId();
  }
}
