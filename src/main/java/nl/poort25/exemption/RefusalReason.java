package nl.poort25.exemption;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.Set;
import nl.poort25.policy.Article;
import nl.poort25.policy.ArticlesConverter;

/** Why one line of a request was not granted, and what would change that (4.11). */
@Embeddable
public class RefusalReason {
  @Convert(converter = ArticlesConverter.class)
  @Column(name = "refused_cites")
  private Set<Article> cites;

  @Column(name = "refused_reason")
  private String reason;

  @Column(name = "refused_cure")
  private String cure;

  protected RefusalReason() {}

  /**
   * @param reason null where none is given, as the others
   */
  public RefusalReason(Set<Article> cites, String reason, String cure) {
    this.cites = cites.isEmpty() ? null : cites;
    this.reason = reason;
    this.cure = cure;
  }

  /** What it lacks is taken from another. */
  RefusalReason orElse(RefusalReason other) {
    return new RefusalReason(
        cites == null ? other.getCites() : cites,
        reason == null ? other.reason : reason,
        cure == null ? other.cure : cure);
  }

  /** Whether the partner is told all that he must be told. */
  boolean isComplete() {
    return cites != null && reason != null && cure != null;
  }

  /** What it rests on. */
  public Set<Article> getCites() {
    return cites == null ? Set.of() : cites;
  }

  public String getReason() {
    return reason;
  }

  /** What would change the answer. */
  public String getCure() {
    return cure;
  }
}
