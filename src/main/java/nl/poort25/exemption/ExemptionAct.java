package nl.poort25.exemption;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.poort25.audit.Act;
import nl.poort25.audit.ActFields;
import nl.poort25.audit.Subject;
import nl.poort25.network.Flow;
import nl.poort25.policy.Article;
import nl.poort25.text.Truncation;

/** An act on an exemption: it stands in that exemption's history. */
public interface ExemptionAct extends Act {
  Exemption exemption();

  @Override
  default Subject subject() {
    String number = exemption().getNumber();
    return new Subject(
        "exemption", exemption().getId(), number == null ? "" + exemption().getId() : number);
  }

  @Override
  default Long partnerId() {
    return exemption().getPartner().getId();
  }

  @Override
  default ActFields after() {
    return ActFields.of("state", exemption().getState());
  }

  /**
   * What was asked, with its state and what of the policy it violates.
   *
   * @param lines what it opens, in words
   */
  default ActFields asked(String lines) {
    var violations = exemption().getVerdict().violations();
    return ActFields.of("state", exemption().getState())
        .and("kind", exemption().getKind())
        .and("connection", exemption().getConnection().getReference())
        .and("lines", lines)
        .and("violations", violations.isEmpty() ? null : ExemptionRequests.articles(violations));
  }

  /**
   * Staff, or the portal by a rule, decided.
   *
   * @param lines those that it was about, as they are after it
   */
  record ExemptionDecided(Exemption exemption, Decision decision, List<Opening> lines)
      implements ExemptionAct {
    private static final int LONGEST_REFUSED = 1000;

    @Override
    public ActFields after() {
      var values =
          ExemptionAct.super
              .after()
              .and("decision", decision.getKind())
              .and("reason", decision.getReason());
      if (!decision.getCites().isEmpty()) {
        values.and(
            "articles",
            decision.getCites().stream().map(Article::number).collect(Collectors.joining(" ")));
      }
      if (decision.isPartial()) {
        values.and("refused", Truncation.to(LONGEST_REFUSED, refused()));
      }
      if (!decision.getOverrulings().isEmpty()) {
        values.and(
            "overruled",
            decision.getOverrulings().stream()
                .map(o -> o.getRule().cites().article().number())
                .collect(Collectors.joining(" ")));
      }
      return values;
    }

    private String refused() {
      return lines.stream()
          .filter(Opening::isDeclined)
          .map(line -> line.getFlow().words() + " (" + articles(line.getRefusal()) + ")")
          .collect(Collectors.joining(", "));
    }

    private static String articles(RefusalReason refusal) {
      return refusal.getCites().stream()
          .sorted()
          .map(Article::number)
          .collect(Collectors.joining(" "));
    }
  }

  /** It was open before the portal knew of it. */
  record ExemptionTakenOver(Exemption exemption, Decision decision) implements ExemptionAct {
    @Override
    public ActFields after() {
      return asked(exemption.getTicket().getAbout()).and("decision", decision.getKind());
    }
  }

  /** Somebody with the network role has seen that port 25 is open, or closed, for one line. */
  record OpeningConfirmed(Opening opening) implements ExemptionAct {
    @Override
    public Exemption exemption() {
      return opening.getExemption();
    }

    @Override
    public ActFields after() {
      return ExemptionAct.super
          .after()
          .and("lines", opening.getFlow().key().replace(">", " → "))
          .and("port-open", opening.getConfirmed().isOpen())
          .and("note", Objects.toString(opening.getConfirmed().getNote(), ""));
    }
  }

  /** By its partner. */
  record ExemptionWithdrawn(Exemption exemption, ExemptionState was) implements ExemptionAct {
    @Override
    public Map<String, String> before() {
      return Map.of("state", was.name());
    }
  }

  /** The partner still needs it. */
  record ExemptionConfirmed(Exemption exemption) implements ExemptionAct {}

  /** The partner was asked whether he still needs it. */
  record ConfirmationReminded(Exemption exemption) implements ExemptionAct {}

  /** He did not confirm it in time: staff decides. */
  record ConfirmationMissed(Exemption exemption, Instant due) implements ExemptionAct {
    @Override
    public ActFields after() {
      return ActFields.of("ends-at", due);
    }
  }

  /** A partner sent his request: it is a ticket now (4.8). */
  record ExemptionSubmitted(Exemption exemption) implements ExemptionAct {
    private static final int LONGEST = 2000;

    @Override
    public ActFields after() {
      return asked(lines());
    }

    private String lines() {
      String all =
          exemption.lines().stream()
              .map(Flow::key)
              .collect(Collectors.joining(" "))
              .replace(">", " → ");
      return all.length() > LONGEST ? all.substring(0, LONGEST) : all;
    }
  }
}
