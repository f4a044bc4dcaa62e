package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;

/** Tells what was seen from outside of openings, beside what the points say of them. */
@ApplicationScoped
public class Sights {
  @Inject Event<ProofAsked> questions;

  /** By the ids of the openings; nothing of one that is not open. */
  public Map<Long, ProofAsked.Seen> of(Collection<Opening> openings) {
    var question = new ProofAsked(openings);
    questions.fire(question);
    return question.seen();
  }
}
