package nl.poort25.login;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.poort25.web.SentForms.Sent;

/** A form that has done something, written in the transaction in which it did. */
@Entity
@Table(name = "done_form")
class DoneForm {
  @SuppressWarnings("UnusedVariable") // it is found by it
  @Id
  private String digest;

  @Column(name = "request_id")
  private String request;

  @SuppressWarnings("UnusedVariable") // what is old is deleted by it
  @Column(name = "done_at")
  private Instant at;

  protected DoneForm() {}

  DoneForm(Sent sent, Instant now) {
    digest = sent.digest();
    request = sent.request();
    at = now;
  }

  /** Whether it was that request which has done it. */
  boolean isBy(Sent sent) {
    return request.equals(sent.request());
  }
}
