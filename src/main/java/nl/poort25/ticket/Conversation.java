package nl.poort25.ticket;

import java.util.List;

/** What was written in a ticket, as one side may read it, oldest first. */
public record Conversation(Ticket ticket, List<Entry> entries, boolean forStaff) {
  public Conversation {
    entries = List.copyOf(entries);
  }

  /** An update with its files. */
  public record Entry(Update update, List<Attachment> files) {
    public Entry {
      files = List.copyOf(files);
    }
  }

  /** Where the ticket is, for this reader. */
  public String path() {
    return TicketRow.path(ticket, forStaff);
  }
}
