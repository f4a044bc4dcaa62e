package nl.poort25.ticket;

import java.util.List;
import nl.poort25.text.Text;

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

    /** The class of what a page draws; null for none. */
    public String style() {
      if (update.isInternal()) {
        return "is-note";
      }
      return update.isByStaff() ? "is-staff" : null;
    }
  }

  /** Whether this reader learns who wrote it: a partner is told that staff did. */
  public boolean isNamed(Entry entry) {
    return forStaff || !entry.update().isByStaff();
  }

  /** What this reader would write into it. */
  public Text whatToWrite() {
    if (forStaff) {
      return Text.of("ticket.write.staff");
    }
    return Text.of(ticket.isStopped() ? "ticket.write.answer" : "ticket.write");
  }

  /** Where the ticket is, for this reader. */
  public String path() {
    return TicketRow.path(ticket, forStaff);
  }
}
