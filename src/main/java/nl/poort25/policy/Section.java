package nl.poort25.policy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import nl.poort25.text.Text;

/** A group of articles on the policy page. */
enum Section {
  STANDING(Article.A1_1, Article.A1_5),
  BLOCK(Article.A2_1, Article.A2_5),
  REGISTRATION(Article.A3_1, Article.A3_5),
  MAIL_SERVICE(Article.A3_6, Article.A3_9),
  MX(Article.A3_10, Article.A3_12),
  KINDS(Article.A4_1, Article.A4_7),
  DECISION(Article.A4_8, Article.A4_11),
  ABUSE(Article.A4_12, Article.A4_14);

  private final Article first;
  private final Article last;

  Section(Article first, Article last) {
    this.first = first;
    this.last = last;
  }

  public Set<Article> articles() {
    return EnumSet.range(first, last);
  }

  /** The number before the dot. */
  char chapter() {
    return first.number().charAt(0);
  }

  public String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Text title() {
    return Text.of("policy.section." + anchor());
  }
}
