package nl.poort25.abuse;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last number given out in a year; whoever takes the next one waits here. */
@Entity
@Table(name = "abuse_number")
class CaseNumber {
  @Id
  @Column(name = "year_of")
  private int year;

  @Column(name = "last_number")
  private int last;

  protected CaseNumber() {}

  CaseNumber(int year) {
    this.year = year;
  }

  /** "AB-2026-0007". */
  String next() {
    return "AB-%d-%04d".formatted(year, ++last);
  }
}
