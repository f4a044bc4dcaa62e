package nl.poort25.policy;

import nl.poort25.text.Text;

/** The three situations in which the provider opens port 25 (4.1, 4.3, 4.4). */
public enum ExemptionKind {
  OWN_MAIL_SERVICE(Article.A4_1),
  COLOCATION(Article.A4_3),
  THIRD_PARTY(Article.A4_4);

  private final Article article;

  ExemptionKind(Article article) {
    this.article = article;
  }

  public Citation cites() {
    return article.policy();
  }

  /** Whether for the partner's own servers, in the provider's network or outside it (4.6). */
  public boolean isOfOwnServers() {
    return this == OWN_MAIL_SERVICE;
  }

  /** What of such a request a person judges; null where the rules say it all. */
  public Citation getJudged() {
    return switch (this) {
      case OWN_MAIL_SERVICE, THIRD_PARTY -> cites();
      case COLOCATION -> null;
    };
  }

  public Text title() {
    return text("title");
  }

  public Text text(String column) {
    return Text.of("policy.kind." + name() + "." + column);
  }
}
