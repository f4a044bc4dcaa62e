package nl.poort25.ticket;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import nl.poort25.policy.Article;
import nl.poort25.policy.ArticlesConverter;
import nl.poort25.web.Conflict;

/** A text that staff begins an answer with, in both languages. */
@Entity
@Table(name = "standard_answer")
public class StandardAnswer {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String title;
  private String dutch;
  private String english;

  /** What it is sent as: a message, or a question. */
  @Enumerated(EnumType.STRING)
  private UpdateKind kind;

  @Convert(converter = ArticlesConverter.class)
  private Set<Article> articles;

  @Version private int version;

  protected StandardAnswer() {}

  StandardAnswer(StandardAnswerForm.Read read) {
    take(read);
  }

  StandardAnswerAct change(StandardAnswerForm.Read read) {
    var act = new StandardAnswerAct.StandardAnswerChanged(this, title, read.title());
    take(read);
    return act;
  }

  private void take(StandardAnswerForm.Read read) {
    title = read.title();
    dutch = read.dutch();
    english = read.english();
    kind = read.kind();
    articles = read.articles();
  }

  /**
   * @throws Conflict if it has been changed since
   */
  void mustStillBe(int seen) {
    if (version != seen) {
      throw new Conflict("standard answer " + id + " has changed");
    }
  }

  /** In that language, nl or en. */
  String text(String language) {
    return language.equals("en") ? english : dutch;
  }

  public Long getId() {
    return id;
  }

  /** What staff finds it by. */
  public String getTitle() {
    return title;
  }

  public String getDutch() {
    return dutch;
  }

  public String getEnglish() {
    return english;
  }

  public UpdateKind getKind() {
    return kind;
  }

  /** Whether it stops the clock (4.9). */
  public boolean isQuestion() {
    return kind == UpdateKind.QUESTION;
  }

  public Set<Article> getArticles() {
    return articles;
  }

  public int getVersion() {
    return version;
  }
}
