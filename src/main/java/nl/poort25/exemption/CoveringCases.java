package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.poort25.abuse.AbuseCase;
import nl.poort25.abuse.OpenCaseQueries;
import nl.poort25.network.Flow;

/** The open abuse cases that cover what a request is about. */
@ApplicationScoped
@Transactional
class CoveringCases {
  @Inject ExemptionFacts facts;
  @Inject OpenCaseQueries abuse;

  /** The open cases that cover the connection of the request (4.13); none where it has none. */
  List<AbuseCase> onConnection(Exemption exemption) {
    return exemption.getConnection() == null
        ? List.of()
        : abuse.openOnConnection(exemption.getConnection().getId());
  }

  /** The open cases that hold the request (4.14). */
  List<AbuseCase> holding(Exemption exemption) {
    long partner = exemption.getPartner().getId();
    var to = facts.lines(exemption).stream().map(Flow::destination).toList();
    return abuse.open(List.of(partner), to).holding(partner, to);
  }
}
