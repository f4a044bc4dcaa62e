package nl.poort25.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.policy.Article;
import nl.poort25.policy.ArticlesConverter;
import org.hibernate.annotations.Immutable;

/** What somebody wrote in a ticket; it stays as it was written. */
@Entity(name = "TicketUpdate")
@Immutable
@Table(name = "ticket_update")
public class Update {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id")
  private Ticket ticket;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "author_id")
  private Account author;

  @Column(name = "by_staff")
  private boolean byStaff;

  @Enumerated(EnumType.STRING)
  private UpdateKind kind;

  private String text;

  @Convert(converter = ArticlesConverter.class)
  private Set<Article> articles;

  @Column(name = "written_at")
  private Instant writtenAt;

  protected Update() {}

  Update(Ticket ticket, Account author, NewUpdate written, Instant now) {
    this.ticket = ticket;
    this.author = author;
    byStaff = author.isStaff();
    kind = written.kind();
    text = written.text();
    articles = written.articles();
    writtenAt = now;
  }

  /** The same words by the same person just now: a form that was sent twice. */
  boolean isRepeatOf(NewUpdate written, Account by, Instant since) {
    return author.getId().equals(by.getId())
        && kind == written.kind()
        && text.equals(written.text())
        && !writtenAt.isBefore(since);
  }

  public Long getId() {
    return id;
  }

  public Ticket getTicket() {
    return ticket;
  }

  public Account getAuthor() {
    return author;
  }

  public boolean isByStaff() {
    return byStaff;
  }

  public UpdateKind getKind() {
    return kind;
  }

  /** Never for the partner. */
  public boolean isInternal() {
    return kind == UpdateKind.NOTE;
  }

  public boolean isQuestion() {
    return kind == UpdateKind.QUESTION;
  }

  public String getText() {
    return text;
  }

  public Set<Article> getArticles() {
    return articles;
  }

  public Instant getWrittenAt() {
    return writtenAt;
  }
}
