package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;

/** Tells which openings are not as was decided, since a point is held. */
@ApplicationScoped
public class HeldBackOpenings {
  @Inject Event<HeldBackAsked> questions;

  public HeldBackLines of(Collection<Opening> openings) {
    var question = new HeldBackAsked(openings);
    questions.fire(question);
    return question.answers();
  }
}
