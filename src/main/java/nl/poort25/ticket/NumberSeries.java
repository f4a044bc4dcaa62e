package nl.poort25.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last number given out in a series, such as P25-2026; whoever takes the next waits here. */
@Entity
@Table(name = "number_series")
class NumberSeries {
  @Id private String name;

  @Column(name = "last_number")
  private int last;

  protected NumberSeries() {}

  NumberSeries(String name) {
    this.name = name;
  }

  /** "P25-2026-0139". */
  String next() {
    return "%s-%04d".formatted(name, ++last);
  }
}
