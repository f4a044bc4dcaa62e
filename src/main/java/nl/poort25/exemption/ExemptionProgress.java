package nl.poort25.exemption;

import java.time.Instant;
import java.util.List;
import nl.poort25.domain.NextStep.By;
import nl.poort25.text.Text;
import nl.poort25.ticket.Ticket;
import nl.poort25.web.Progress;
import nl.poort25.web.Progress.State;
import nl.poort25.web.Progress.Step;

/**
 * How far an exemption has come, on its way from a draft to a port that is open, and what comes
 * next.
 *
 * @param next what comes next, in words; null where nothing does
 * @param forStaff the same, for staff
 * @param by who is to act
 * @param until until when; null where no term runs
 * @param late whether that is over
 */
public record ExemptionProgress(
    Progress way, Text next, Text forStaff, By by, Instant until, boolean late) {
  /**
   * What it is judged by.
   *
   * @param partly whether a part of what was asked was not granted
   * @param asked whether staff's question waits for the partner
   * @param held whether it waits for an investigation (4.14)
   * @param toAccept whether it was taken over against a rule, and nobody has decided on that yet
   * @param sentAt null of a draft, and of what was taken over
   * @param deadline of its ticket; null where no term runs
   */
  record Facts(
      ExemptionState state,
      boolean partly,
      boolean takenOver,
      boolean asked,
      boolean held,
      boolean toAccept,
      Instant sentAt,
      Instant deadline,
      boolean late) {
    static Facts of(Exemption exemption, Instant now) {
      Ticket ticket = exemption.getTicket();
      return new Facts(
          exemption.getState(),
          exemption.isPartly(),
          exemption.isTakenOver(),
          ticket != null && ticket.isStopped(),
          ticket != null && ticket.isHeld(),
          exemption.getToAcceptSince() != null,
          ticket == null || exemption.isTakenOver() ? null : ticket.getReceivedAt(),
          ticket == null || ticket.isClosed() ? null : ticket.getClock().getDeadline(),
          ticket != null && ticket.isLate(now));
    }
  }

  static ExemptionProgress of(Facts facts) {
    var way = new Progress(List.of(sent(facts), judged(facts), approved(facts), open(facts)));
    var by = by(facts);
    if (by == null) {
      return new ExemptionProgress(way, null, null, null, null, false);
    }
    String what = what(facts);
    boolean providers = by == By.PROVIDER;
    return new ExemptionProgress(
        way,
        Text.of("exemption.now." + what),
        Text.of("exemption.now.staff." + what),
        by,
        providers ? facts.deadline() : null,
        providers && facts.late());
  }

  /** Who is to act; null where nobody is. */
  private static By by(Facts facts) {
    if (facts.toAccept()) {
      return By.PROVIDER;
    }
    return switch (facts.state()) {
      case DRAFT, SUSPENDED -> By.PARTNER;
      case SUBMITTED -> facts.asked() || facts.held() ? By.PARTNER : By.PROVIDER;
      case APPROVED -> By.PROVIDER;
      case OPEN, REJECTED, WITHDRAWN, CLOSED -> null;
    };
  }

  private static String what(Facts facts) {
    if (facts.toAccept()) {
      return "TO_ACCEPT";
    }
    if (facts.state() != ExemptionState.SUBMITTED) {
      return facts.state().name();
    }
    return facts.held() ? "HELD" : facts.asked() ? "ASKED" : "SUBMITTED";
  }

  private static Step sent(Facts facts) {
    if (facts.takenOver()) {
      return step("SUBMITTED", State.DONE, "ok", "exemption.way.taken-over");
    }
    return facts.sentAt() == null
        ? step(
            "SUBMITTED",
            facts.state() == ExemptionState.DRAFT ? State.NOW : State.LATER,
            "info",
            "exemption.way.draft")
        : step("SUBMITTED", State.DONE, "ok", "domain.step.registered", facts.sentAt());
  }

  private static Step judged(Facts facts) {
    return switch (facts.state()) {
      case DRAFT, WITHDRAWN -> later("JUDGED");
      case SUBMITTED -> step("JUDGED", State.NOW, "wait", judging(facts));
      default -> step("JUDGED", State.DONE, "ok", "exemption.way.judged");
    };
  }

  private static String judging(Facts facts) {
    return facts.held()
        ? "exemption.way.HELD"
        : facts.asked() ? "exemption.way.ASKED" : "exemption.way.SUBMITTED.now";
  }

  private static Step approved(Facts facts) {
    return switch (facts.state()) {
      case DRAFT, SUBMITTED, WITHDRAWN -> later("APPROVED");
      case REJECTED -> step("APPROVED", State.LATER, "bad", "exemption.way.REJECTED");
      default ->
          step(
              "APPROVED",
              State.DONE,
              facts.partly() ? "wait" : "ok",
              facts.partly() ? "exemption.way.partly" : "exemption.way.approved");
    };
  }

  private static Step open(Facts facts) {
    return switch (facts.state()) {
      case DRAFT, SUBMITTED -> later("OPEN");
      case REJECTED, WITHDRAWN -> step("OPEN", State.LATER, "none", "exemption.way.not-opened");
      case APPROVED -> step("OPEN", State.NOW, "wait", "exemption.way.opening");
      case OPEN -> step("OPEN", State.DONE, "ok", "exemption.way.open");
      case SUSPENDED -> step("OPEN", State.NOW, "bad", "exemption.way.blocked");
      case CLOSED -> step("OPEN", State.LATER, "none", "exemption.way.closed");
    };
  }

  private static Step later(String name) {
    return step(name, State.LATER, "none", "domain.step.later");
  }

  private static Step step(String name, State state, String sign, String said, Object... with) {
    return new Step(Text.of("exemption.way." + name), state, Text.of(said, with), sign);
  }

  /** Who is to act, in a word. */
  public Text who(boolean staff) {
    return Text.of((staff ? "domain.now.by.staff." : "domain.now.by.") + by);
  }
}
