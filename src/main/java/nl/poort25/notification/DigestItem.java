package nl.poort25.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What an account is told in the mail of the next morning. */
@Entity
@Table(name = "digest_item")
public class DigestItem {
  @SuppressWarnings("UnusedVariable") // the order in which it happened
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "account_id")
  private long accountId;

  @Enumerated(EnumType.STRING)
  private NotificationKind kind;

  private String subject;
  private String path;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "written_at")
  private Instant writtenAt;

  protected DigestItem() {}

  /**
   * @param subject in the account's language
   * @param path of the page where it is
   */
  DigestItem(long accountId, NotificationKind kind, String subject, String path, Instant now) {
    this.accountId = accountId;
    this.kind = kind;
    this.subject = subject;
    this.path = path;
    writtenAt = now;
  }

  NotificationKind getKind() {
    return kind;
  }

  String getSubject() {
    return subject;
  }

  String getPath() {
    return path;
  }
}
