package nl.poort25.login;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Entity with the failed attempts of one subject. */
@Entity
@Table(name = "login_failure")
class LoginFailureCounter {
  @Id private String about;
  private int failures;

  @Column(name = "last_at")
  private Instant lastAt;

  protected LoginFailureCounter() {}

  LoginFailureCounter(String about) {
    this.about = about;
    lastAt = Instant.EPOCH;
  }

  LoginFailureCount failed() {
    return new LoginFailureCount(failures, lastAt);
  }

  void update(LoginFailureCount failed) {
    failures = failed.count();
    lastAt = failed.last();
  }
}
