package nl.poort25.ticket;

import java.util.List;
import java.util.Set;
import nl.poort25.policy.Article;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Upload;

/** The form of an update, as it was typed. */
public final class UpdateForm {
  private static final int LONGEST = 4000;

  public String text;
  public String kind = UpdateKind.MESSAGE.name();
  public Set<Article> articles = Set.of();

  /** The page that the form was on, for afterwards; or null. */
  public String back;

  static UpdateForm of(Upload upload) {
    var form = new UpdateForm();
    form.text = upload.text("text");
    form.kind = upload.text("kind");
    form.articles = ChoiceParser.all(Article.class, upload.texts("article"));
    form.back = upload.text("back");
    return form;
  }

  /** Begins with a standard answer. */
  static UpdateForm from(StandardAnswer answer, String language, String back) {
    var form = new UpdateForm();
    form.back = back;
    if (answer != null) {
      form.text = answer.text(language);
      form.kind = answer.getKind().name();
      form.articles = answer.getArticles();
    }
    return form;
  }

  /** What is to be written, or null with errors at the fields. A partner writes messages. */
  NewUpdate read(Upload upload, boolean staff, AttachmentLimits rules, FormErrors errors) {
    var read =
        staff ? ChoiceParser.read(UpdateKind.class, "kind", kind, errors) : UpdateKind.MESSAGE;
    String words = errors.required("text", text, LONGEST);
    if (staff && read == UpdateKind.MESSAGE && PausedTermWording.isClaimed(words)) {
      errors.add("kind", "ticket.kind.stands-still");
    }
    List<NewAttachment> files = rules.read(upload, "files", errors);
    return errors.isEmpty() ? new NewUpdate(read, words, staff ? articles : Set.of(), files) : null;
  }
}
