package nl.poort25.ticket;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Set;
import nl.poort25.policy.Article;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.FormErrors;

/** The form of a standard answer, as it was typed. */
public class StandardAnswerForm {
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST = 4000;

  @FormParam("title")
  public String title;

  @FormParam("dutch")
  public String dutch;

  @FormParam("english")
  public String english;

  @FormParam("kind")
  @DefaultValue("MESSAGE")
  public String kind = UpdateKind.MESSAGE.name();

  @FormParam("article")
  public List<String> article = List.of();

  /** What was typed, after it has been looked at. */
  record Read(String title, String dutch, String english, UpdateKind kind, Set<Article> articles) {}

  static StandardAnswerForm of(StandardAnswer answer) {
    var form = new StandardAnswerForm();
    form.title = answer.getTitle();
    form.dutch = answer.getDutch();
    form.english = answer.getEnglish();
    form.kind = answer.getKind().name();
    form.article = answer.getArticles().stream().map(Article::name).toList();
    return form;
  }

  public Set<Article> articles() {
    return ChoiceParser.all(Article.class, article);
  }

  /** With errors at the fields where it cannot be taken. */
  Read read(FormErrors errors) {
    var read =
        new Read(
            errors.required("title", title, LONGEST_TITLE),
            errors.required("dutch", dutch, LONGEST),
            errors.required("english", english, LONGEST),
            ChoiceParser.read(UpdateKind.class, "kind", kind, errors),
            articles());
    if (read.kind() == UpdateKind.MESSAGE
        && (PausedTermWording.isClaimed(read.dutch())
            || PausedTermWording.isClaimed(read.english()))) {
      errors.add("kind", "ticket.kind.stands-still");
    }
    return read;
  }
}
