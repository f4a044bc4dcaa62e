package nl.poort25.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How one account wants to be told of one kind, where that is not the usual way. */
@Entity
@Table(name = "notification_choice")
public class NotificationChoice {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "account_id")
  private long accountId;

  @Enumerated(EnumType.STRING)
  private NotificationKind kind;

  @Enumerated(EnumType.STRING)
  private NotificationWay way;

  protected NotificationChoice() {}

  NotificationChoice(long accountId, NotificationKind kind, NotificationWay way) {
    this.accountId = accountId;
    this.kind = kind;
    this.way = way;
  }

  NotificationKind getKind() {
    return kind;
  }

  NotificationWay getWay() {
    return way;
  }

  void setWay(NotificationWay wanted) {
    way = wanted;
  }
}
