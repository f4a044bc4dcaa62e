package nl.poort25.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.poort25.text.LocalizedTexts;

/** What staff's queue can be narrowed to. */
public enum QueueView {
  /** all that is staff's turn, by deadline */
  ALL,
  MINE,
  UNASSIGNED,
  LATE,
  /** due today, and not late yet */
  TODAY,
  /** a partner's message that nobody has answered, also on a closed ticket */
  UNANSWERED,
  /** for the partner */
  WAITING,
  CLOSED;

  /** As URLs and pages name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isClosed() {
    return this == CLOSED;
  }

  TicketStage stage() {
    return switch (this) {
      case WAITING -> TicketStage.WAITING;
      case CLOSED -> TicketStage.CLOSED;
      default -> TicketStage.OPEN;
    };
  }

  /** What else is open has a term, or is there since some moment. */
  List<Integer> ranks() {
    return switch (this) {
      case ALL, MINE, UNASSIGNED -> List.of(QueuePlace.TERMED, QueuePlace.UNTERMED);
      default -> List.of(QueuePlace.TERMED);
    };
  }

  /** When a term ends at the latest; null for ever. */
  Instant end(Instant now) {
    return switch (this) {
      case LATE -> now;
      case TODAY ->
          LocalDate.ofInstant(now, LocalizedTexts.ZONE)
              .plusDays(1)
              .atStartOfDay(LocalizedTexts.ZONE)
              .toInstant();
      default -> null;
    };
  }
}
