package nl.poort25.ticket;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.poort25.policy.Article;

/**
 * An update that is to be written.
 *
 * @param text at most 4,000 characters
 */
public record NewUpdate(
    UpdateKind kind, String text, Set<Article> articles, List<NewAttachment> files) {
  public NewUpdate {
    articles = Collections.unmodifiableSortedSet(new TreeSet<>(articles)); // as pages name them
    files = List.copyOf(files);
  }

  /** Words alone. */
  public static NewUpdate message(String text) {
    return new NewUpdate(UpdateKind.MESSAGE, text, Set.of(), List.of());
  }
}
