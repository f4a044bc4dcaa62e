package nl.poort25.login;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A form that has done something, written in the transaction in which it did. */
@Entity
@Table(name = "done_form")
class DoneForm {
  @SuppressWarnings("UnusedVariable") // it is found by it
  @Id
  private String digest;

  @SuppressWarnings("UnusedVariable") // what is old is deleted by it
  @Column(name = "done_at")
  private Instant at;

  protected DoneForm() {}

  DoneForm(String digest, Instant now) {
    this.digest = digest;
    at = now;
  }
}
