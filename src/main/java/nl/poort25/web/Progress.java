package nl.poort25.web;

import java.util.List;
import java.util.Optional;
import nl.poort25.text.Text;

/** Steps to a goal as a page draws them: done, current, later. At most one step is current. */
public record Progress(List<Step> steps) {
  public enum State {
    DONE,
    NOW,
    LATER
  }

  /**
   * @param title what the step is
   * @param said how it stands, in a few words
   * @param sign the kind of that status word: ok, bad, wait, info or none
   */
  public record Step(Text title, State state, Text said, String sign) {
    public boolean isNow() {
      return state == State.NOW;
    }

    public boolean isDone() {
      return state == State.DONE;
    }

    /** The class of what a page draws. */
    public String style() {
      return switch (state) {
        case DONE -> "is-done";
        case NOW -> "is-now";
        case LATER -> "is-later";
      };
    }
  }

  public Progress {
    steps = List.copyOf(steps);
    if (steps.stream().filter(Step::isNow).count() > 1) {
      throw new IllegalArgumentException("two things are to be done now: " + steps);
    }
  }

  /** The step that is to be done now; empty where nothing is. */
  public Optional<Step> now() {
    return steps.stream().filter(Step::isNow).findFirst();
  }
}
