package nl.poort25.policy;

import nl.poort25.text.Text;

/**
 * An article and which part of it is meant, so that what the portal decided itself is never cited
 * as if it stood in the contract. Made by {@link Article#policy()} and {@link Article#portal()}.
 */
public record Citation(Article article, ArticleSource source) {
  public Citation {
    if (!article.sources().contains(source)) {
      throw new IllegalArgumentException(article + " does not come from " + source);
    }
  }

  /** "beleid, hoofdstuk 3", "beleid, hoofdstuk 4, uitzondering 1", "portaalregel 4.5". */
  public Text text() {
    return source.citing(article);
  }

  public boolean portal() {
    return source == ArticleSource.PORTAL;
  }

  /** Where the article can be read. */
  public String path() {
    return "/policy#" + article.anchor();
  }

  /** The sentences that are meant. */
  public Text wording() {
    return article.text(portal() ? "portal" : "text");
  }
}
