package nl.poort25.exemption;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;
import nl.poort25.network.Flow;
import nl.poort25.policy.Article;
import nl.poort25.web.Truncation;

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
  default Map<String, String> after() {
    return Map.of("state", exemption().getState().name());
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
    public Map<String, String> after() {
      var values = new TreeMap<>(ExemptionAct.super.after());
      values.put("decision", decision.getKind().name());
      if (decision.getReason() != null) {
        values.put("reason", decision.getReason());
      }
      if (!decision.getCites().isEmpty()) {
        values.put(
            "articles",
            decision.getCites().stream().map(Article::number).collect(Collectors.joining(" ")));
      }
      if (decision.isPartial()) {
        values.put("refused", Truncation.to(LONGEST_REFUSED, refused()));
      }
      if (!decision.getOverrulings().isEmpty()) {
        values.put(
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
          .map(line -> line.getLine().words() + " (" + articles(line.getRefusal()) + ")")
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
    public Map<String, String> after() {
      var values = new TreeMap<>(ExemptionAct.super.after());
      values.put("decision", decision.getKind().name());
      values.put("kind", exemption.getKind().name());
      values.put("connection", exemption.getConnection().getReference());
      values.put("lines", exemption.getTicket().getAbout());
      var violations = exemption.getVerdict().violations();
      if (!violations.isEmpty()) {
        values.put("violations", ExemptionRequests.articles(violations));
      }
      return values;
    }
  }

  /** Somebody with the network role has seen that port 25 is open, or closed, for one line. */
  record OpeningConfirmed(Opening opening) implements ExemptionAct {
    @Override
    public Exemption exemption() {
      return opening.getExemption();
    }

    @Override
    public Map<String, String> after() {
      var values = new TreeMap<>(ExemptionAct.super.after());
      values.put("lines", opening.getLine().key().replace(">", " → "));
      values.put("port-open", "" + opening.getConfirmed().isOpen());
      values.put("note", opening.getConfirmed().getNote());
      return values;
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
    public Map<String, String> after() {
      return Map.of("ends-at", due.toString());
    }
  }

  /** A partner sent his request: it is a ticket now (4.8). */
  record ExemptionSubmitted(Exemption exemption) implements ExemptionAct {
    private static final int LONGEST = 2000;

    @Override
    public Map<String, String> after() {
      var values = new TreeMap<>(ExemptionAct.super.after());
      values.put("kind", exemption.getKind().name());
      values.put("connection", exemption.getConnection().getReference());
      values.put("lines", lines());
      var violations = exemption.getVerdict().violations();
      if (!violations.isEmpty()) {
        values.put("violations", ExemptionRequests.articles(violations));
      }
      return values;
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
