package nl.poort25.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last number of a target's generations; whoever makes the next one waits here. */
@Entity
@Table(name = "generation_series")
class GenerationSeries {
  @Id
  @Enumerated(EnumType.STRING)
  private Target target;

  @Column(name = "last_number")
  private long last;

  protected GenerationSeries() {}

  long next() {
    return ++last;
  }

  long getLast() {
    return last;
  }
}
