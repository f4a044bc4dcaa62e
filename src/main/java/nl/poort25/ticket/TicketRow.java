package nl.poort25.ticket;

import java.time.Instant;
import java.time.LocalDate;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Text;

/** A ticket as lists and pages show it at a moment. */
public record TicketRow(Ticket ticket, Instant now, boolean forStaff) {
  /** How a ticket stands, and the kind of its status word. */
  public enum Status {
    LATE("bad"),
    TODAY("wait"),
    LATER("info"),
    NO_TERM("info"),
    WAITING("ok"),
    /** an investigation holds it (4.14) */
    HELD("info"),
    CLOSED("none");

    private final String sign;

    Status(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  public Status standing() {
    if (ticket.isClosed()) {
      return Status.CLOSED;
    }
    if (ticket.isStopped()) {
      return Status.WAITING;
    }
    if (ticket.isHeld()) {
      return Status.HELD;
    }
    if (ticket.getClock().getDeadline() == null) {
      return Status.NO_TERM;
    }
    if (ticket.isLate(now)) {
      return Status.LATE;
    }
    var due = LocalDate.ofInstant(ticket.getClock().getDeadline(), LocalizedTexts.ZONE);
    return due.equals(LocalDate.ofInstant(now, LocalizedTexts.ZONE)) ? Status.TODAY : Status.LATER;
  }

  /**
   * How the status is to be read by this reader: to the partner, waiting for him is a task and a
   * term that staff missed is no fault of his.
   */
  public String sign() {
    var standing = standing();
    if (forStaff) {
      return standing.sign();
    }
    return switch (standing) {
      case WAITING -> "bad";
      case TODAY, LATER, NO_TERM, HELD -> "wait";
      default -> standing.sign();
    };
  }

  /** The words beside that: when the answer is due, or how else it stands. */
  public Text said() {
    var standing = standing();
    var deadline = ticket.getClock().getDeadline();
    if (deadline == null) {
      return Text.of((forStaff ? "ticket.standing." : "ticket.partner.standing.") + standing);
    }
    return standing == Status.LATE
        ? Text.of("ticket.standing.LATE", deadline)
        : Text.of("web.plain", deadline);
  }

  /** Since when the clock stands still; null where it does not. */
  public Instant since() {
    return ticket.getClock().stillSince();
  }

  public boolean isLate() {
    return standing() == Status.LATE;
  }

  /** Whether the rules were asked about what it is about. */
  public boolean isJudged() {
    return ticket.getMatter() == Ticket.Matter.EXEMPTION;
  }

  /** Whether that person could take it, or take it over. */
  public boolean isFreeFor(long person) {
    var has = ticket.getAssignedTo();
    return !ticket.isClosed() && (has == null || has.getId() != person);
  }

  /** The page of what it is about, or its own where that has no id yet. */
  public String href() {
    if (ticket.getMatterId() == null) {
      return path(ticket, forStaff);
    }
    return (forStaff ? "/backoffice" : "")
        + (ticket.getMatter() == Ticket.Matter.EXEMPTION ? "/exemptions/" : "/abuse/")
        + ticket.getMatterId();
  }

  /** Its own page. */
  public String path() {
    return path(ticket, forStaff);
  }

  static String path(Ticket ticket, boolean forStaff) {
    return (forStaff ? "/backoffice/tickets/" : "/tickets/") + ticket.getId();
  }
}
