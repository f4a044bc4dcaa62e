package nl.poort25.ticket;

/** An internal note. */
public record NoteWritten(Update update) implements InternalAct {
  @Override
  public Ticket ticket() {
    return update.getTicket();
  }
}
