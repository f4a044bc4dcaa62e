package nl.poort25.overview;

import java.util.List;
import nl.poort25.domain.DomainMailState;
import nl.poort25.domain.MxState;
import nl.poort25.domain.NextStep;
import nl.poort25.text.Text;
import nl.poort25.web.Progress;
import nl.poort25.web.Progress.State;
import nl.poort25.web.Progress.Step;

/**
 * The way of a name to mail that arrives: registered, control proven, service ordered, active, MX
 * records right, mail arrives. Of the last no more is said than was read back.
 */
final class DomainProgress {
  private final DomainProgressFacts facts;

  private DomainProgress(DomainProgressFacts facts) {
    this.facts = facts;
  }

  static Progress of(DomainProgressFacts facts) {
    return new Progress(new DomainProgress(facts).steps());
  }

  private List<Step> steps() {
    boolean none = facts.mail() == DomainMailState.NONE;
    return List.of(
        new Step(
            Text.of("registration.origin." + facts.origin()),
            State.DONE,
            Text.of("domain.step.registered", facts.registeredAt()),
            "ok"),
        proof(),
        step(
            "ORDERED",
            none ? now(NextStep.ORDER) : State.DONE,
            none ? "info" : "ok",
            none ? "domain.mail-state.NONE" : "domain.mail-state.ORDERED"),
        active(),
        mx(),
        arrives());
  }

  private Step proof() {
    var now = now(NextStep.PROVE, NextStep.RECORD_PROOF);
    if (facts.lost()) {
      return step("PROVEN", now, "bad", "domain.proof.lost");
    } else if (facts.proof() != null) {
      return step("PROVEN", State.DONE, "ok", "domain.proof." + facts.proof());
    }
    return step(
        "PROVEN",
        now,
        facts.mail() == DomainMailState.ACTIVE ? "bad" : "wait",
        facts.dnsByProvider() ? "domain.step.proof.here" : "domain.proof.none");
  }

  private Step active() {
    return switch (facts.mail()) {
      case ACTIVE -> step("ACTIVE", State.DONE, "ok", "domain.mail-state.ACTIVE");
      case ORDERED ->
          facts.next() == NextStep.ACTIVATE
              ? step("ACTIVE", State.NOW, "wait", "domain.step.active.now")
              : step("ACTIVE", State.LATER, "none", "domain.step.active.proof");
      case NONE -> step("ACTIVE", State.LATER, "none", "domain.step.later");
    };
  }

  private Step mx() {
    if (facts.mail() != DomainMailState.ACTIVE) {
      return facts.mx() == MxState.CORRECT
          ? step("MX", State.LATER, "bad", "domain.mx-state.here")
          : step("MX", State.LATER, "none", "domain.step.mx.later");
    }
    if (facts.mx() == MxState.CORRECT) {
      return step("MX", State.DONE, "ok", "domain.mx-state.CORRECT");
    }
    var state = now(NextStep.SET_MX, NextStep.SET_MX_HERE, NextStep.MEND_DNS, NextStep.LOOK);
    if (facts.mx() == MxState.WRONG) {
      return facts.faults() > 0
          ? step("MX", state, "bad", "domain.mx-state.faults", facts.faults())
          : step("MX", state, "bad", "domain.mx-state.WRONG");
    }
    return step("MX", state, "wait", "domain.mx-state." + facts.mx());
  }

  private Step arrives() {
    if (facts.next() != NextStep.NOTHING) {
      return step("ARRIVES", State.LATER, "none", "domain.step.later");
    }
    return switch (facts.relays()) {
      case TAKEN -> step("ARRIVES", State.DONE, "ok", "domain.step.arrives.TAKEN");
      case NOT_YET -> step("ARRIVES", State.NOW, "wait", "domain.step.arrives.NOT_YET");
      case UNKNOWN -> step("ARRIVES", State.LATER, "info", "domain.step.arrives.UNKNOWN");
    };
  }

  private State now(NextStep... any) {
    return List.of(any).contains(facts.next()) ? State.NOW : State.LATER;
  }

  private static Step step(String name, State state, String sign, String said, Object... with) {
    return new Step(Text.of("domain.step." + name), state, Text.of(said, with), sign);
  }
}
