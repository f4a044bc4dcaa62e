package nl.poort25.ticket;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** An act on a standard answer: nobody's but staff's. */
sealed interface StandardAnswerAct extends Act {
  StandardAnswer answer();

  @Override
  default Subject subject() {
    return new Subject("standard-answer", answer().getId(), answer().getTitle());
  }

  record StandardAnswerAdded(StandardAnswer answer) implements StandardAnswerAct {}

  record StandardAnswerChanged(StandardAnswer answer, String was, String is)
      implements StandardAnswerAct {
    @Override
    public Map<String, String> before() {
      return Map.of("title", was);
    }

    @Override
    public Map<String, String> after() {
      return Map.of("title", is);
    }
  }

  record StandardAnswerRemoved(StandardAnswer answer) implements StandardAnswerAct {}
}
