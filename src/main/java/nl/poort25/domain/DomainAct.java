package nl.poort25.domain;

import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** An act on a domain: it stands in that domain's history. */
public interface DomainAct extends Act {
  Registration registration();

  @Override
  default Subject subject() {
    return new Subject("domain", registration().getId(), registration().getUnicodeName());
  }

  @Override
  default Long partnerId() {
    return registration().getPartner().getId();
  }
}
