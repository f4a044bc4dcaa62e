package nl.poort25.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import nl.poort25.audit.Subject;
import nl.poort25.outbox.MailAct.MailDismissed;
import nl.poort25.outbox.MailAct.MailTriedAgain;
import nl.poort25.outbox.Undelivered.Retry;
import nl.poort25.web.Conflict;

/** A mail in the outbox, from the act that wrote it until a mail server has accepted it. */
@Entity
@Table(name = "outbox_mail")
public class OutboxMail {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "message_id")
  private String messageId;

  private String recipient;
  private String language;
  private String template;

  @Convert(converter = TemplateArgumentsConverter.class)
  private Map<String, String> arguments;

  @Column(name = "link_purpose")
  private String linkPurpose;

  @Column(name = "link_account_id")
  private Long linkAccountId;

  private String subject;

  @Column(name = "written_at")
  private Instant writtenAt;

  @Enumerated(EnumType.STRING)
  private OutboxMailState state;

  @Column(name = "next_try_at")
  private Instant nextTryAt;

  private int tries;

  @Column(name = "last_error")
  private String lastError;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "given_up_at")
  private Instant givenUpAt;

  @Column(name = "demo_body")
  private String demoBody;

  protected OutboxMail() {}

  OutboxMail(
      String messageId,
      String recipient,
      String language,
      String template,
      Map<String, String> arguments,
      String subject,
      Instant now) {
    this.messageId = messageId;
    this.recipient = recipient;
    this.language = language;
    this.template = template;
    this.arguments = arguments;
    this.subject = subject;
    writtenAt = now;
    state = OutboxMailState.WAITING;
    nextTryAt = now;
  }

  void setLink(String purpose, long accountId) {
    linkPurpose = purpose;
    linkAccountId = accountId;
  }

  /** Taken for one try, which is over by then or has died. */
  void markClaimed(Instant until) {
    tries++;
    nextTryAt = until;
  }

  void markSent(Instant now) {
    state = OutboxMailState.SENT;
    sentAt = now;
    nextTryAt = null;
    lastError = null;
    givenUpAt = null;
  }

  void markFailed(Undelivered why, Instant now) {
    lastError = why.getMessage();
    nextTryAt = why.outlook() == Retry.NEVER ? null : RetrySchedule.next(tries, now).orElse(null);
    if (nextTryAt == null) {
      state = OutboxMailState.GIVEN_UP;
      givenUpAt = now;
    }
  }

  MailTriedAgain tryAgain(Instant now) {
    leaveGivenUp(OutboxMailState.WAITING);
    givenUpAt = null;
    tries = 0;
    nextTryAt = now;
    return new MailTriedAgain(about());
  }

  MailDismissed dismiss() {
    leaveGivenUp(OutboxMailState.DISMISSED);
    return new MailDismissed(about());
  }

  private void leaveGivenUp(OutboxMailState to) {
    if (!isGivenUp()) {
      throw new Conflict("mail " + id + " is " + state);
    }
    state = to;
  }

  private Subject about() {
    return new Subject("mail", id, recipient);
  }

  String getLanguage() {
    return language;
  }

  Map<String, String> getArguments() {
    return arguments;
  }

  String getLinkPurpose() {
    return linkPurpose;
  }

  Long getLinkAccountId() {
    return linkAccountId;
  }

  public Long getId() {
    return id;
  }

  public String getMessageId() {
    return messageId;
  }

  public String getRecipient() {
    return recipient;
  }

  public String getTemplate() {
    return template;
  }

  public String getSubject() {
    return subject;
  }

  public Instant getWrittenAt() {
    return writtenAt;
  }

  public OutboxMailState getState() {
    return state;
  }

  /** Whether nobody tries it any more, and nobody has said that this is well so. */
  public boolean isGivenUp() {
    return state == OutboxMailState.GIVEN_UP;
  }

  /** Whether it was tried and is to be tried again. */
  public boolean isToTryAgain() {
    return state == OutboxMailState.WAITING && tries > 0;
  }

  public Instant getNextTryAt() {
    return nextTryAt;
  }

  public int getTries() {
    return tries;
  }

  public String getLastError() {
    return lastError;
  }

  public Instant getSentAt() {
    return sentAt;
  }

  public Instant getGivenUpAt() {
    return givenUpAt;
  }

  public String getDemoBody() {
    return demoBody;
  }
}
