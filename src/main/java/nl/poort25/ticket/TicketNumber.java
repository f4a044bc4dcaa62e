package nl.poort25.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last number given out in a year; whoever takes the next one waits here. */
@Entity
@Table(name = "ticket_number")
class TicketNumber {
  @Id
  @Column(name = "year_of")
  private int year;

  @Column(name = "last_number")
  private int last;

  protected TicketNumber() {}

  TicketNumber(int year) {
    this.year = year;
  }

  int next() {
    return ++last;
  }
}
