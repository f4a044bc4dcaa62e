package nl.poort25.abuse;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.audit.Act;
import nl.poort25.audit.ActFields;
import nl.poort25.audit.Subject;
import nl.poort25.network.Cidr;

/** Something that was done in a case. */
public sealed interface AbuseAct extends Act {
  AbuseCase abuseCase();

  @Override
  default Subject subject() {
    return new Subject("abuse", abuseCase().getId(), abuseCase().getNumber());
  }

  @Override
  default Long partnerId() {
    return abuseCase().getPartner().getId();
  }

  /**
   * Staff opened a case (4.13): whatever is open on these addresses is suspended, in the same
   * transaction.
   */
  record AbuseBlocked(AbuseCase abuseCase, List<Cidr> addresses, Instant at) implements AbuseAct {
    public AbuseBlocked {
      addresses = List.copyOf(addresses);
    }

    @Override
    public Map<String, String> after() {
      return Map.of(
          "addresses",
          addresses.stream().map(Cidr::toString).collect(Collectors.joining(", ")),
          "connection",
          abuseCase.getConnection().getReference(),
          "reason",
          abuseCase.getReason());
    }
  }

  /**
   * Staff added addresses to an open case: whatever is open on these is suspended, in the same
   * transaction, as if the case had been opened with them (4.13).
   */
  record AbuseExtended(AbuseCase abuseCase, List<Cidr> addresses, String reason, Instant at)
      implements AbuseAct {
    public AbuseExtended {
      addresses = List.copyOf(addresses);
    }

    @Override
    public Map<String, String> after() {
      return Map.of(
          "addresses",
          addresses.stream().map(Cidr::toString).collect(joining(", ")),
          "reason",
          reason);
    }
  }

  /** The network role confirmed that the block is in force. */
  record AbuseEnforced(AbuseCase abuseCase) implements AbuseAct {
    @Override
    public Map<String, String> after() {
      return Map.of("note", abuseCase.getConfirmation().how());
    }
  }

  /** The partner answered an item of the checklist. */
  record ItemAnswered(InvestigationItem item) implements AbuseAct {
    @Override
    public AbuseCase abuseCase() {
      return item.getAbuseCase();
    }

    @Override
    public Map<String, String> after() {
      return Map.of("item", item.getKind().name(), "answer", item.getAnswer());
    }
  }

  /**
   * Staff judged an answer.
   *
   * @param was what staff said of the same answer before, or null
   */
  record ItemJudged(InvestigationItem item, AnswerReview was) implements AbuseAct {
    @Override
    public AbuseCase abuseCase() {
      return item.getAbuseCase();
    }

    @Override
    public Map<String, String> before() {
      return ActFields.of("judgement", was);
    }

    @Override
    public Map<String, String> after() {
      return ActFields.of("item", item.getKind())
          .and("judgement", item.getJudgement())
          .and("reason", item.getWhy());
    }
  }

  /**
   * Staff ended the investigation (4.14): what the case suspended is restored, in the same
   * transaction.
   */
  record AbuseCleared(AbuseCase abuseCase) implements AbuseAct {
    @Override
    public Map<String, String> after() {
      return Map.of("conclusion", abuseCase.getClosure().conclusion());
    }
  }
}
