package nl.poort25.policy;

import static nl.poort25.policy.ArticleKind.RULE;
import static nl.poort25.policy.ArticleKind.STAFF;
import static nl.poort25.policy.ArticleKind.TOLD;
import static nl.poort25.policy.ArticleSource.CHAPTER_1;
import static nl.poort25.policy.ArticleSource.CHAPTER_2;
import static nl.poort25.policy.ArticleSource.CHAPTER_3;
import static nl.poort25.policy.ArticleSource.CHAPTER_4;
import static nl.poort25.policy.ArticleSource.CHAPTER_5;
import static nl.poort25.policy.ArticleSource.EXEMPTION_1;
import static nl.poort25.policy.ArticleSource.EXEMPTION_2;
import static nl.poort25.policy.ArticleSource.EXEMPTION_3;
import static nl.poort25.policy.ArticleSource.PORTAL;
import static nl.poort25.policy.ArticleSource.VERSION_LOG;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.poort25.text.Text;

/**
 * The numbered rules that the portal works by. The numbers are the portal's own; the sources say
 * which chapter of the provider's policy an article comes from, and whether the portal adds to it.
 */
public enum Article {
  A1_1(RULE, CHAPTER_1, PORTAL),
  A1_2(RULE, CHAPTER_1, PORTAL),
  A1_3(TOLD, VERSION_LOG, PORTAL),
  A1_4(RULE, CHAPTER_5, PORTAL),
  A1_5(TOLD, CHAPTER_5),

  A2_1(RULE, CHAPTER_2),
  A2_2(RULE, CHAPTER_2, PORTAL),
  A2_3(TOLD, CHAPTER_2),
  A2_4(TOLD, CHAPTER_2),
  A2_5(RULE, PORTAL),

  A3_1(RULE, CHAPTER_3),
  A3_2(RULE, CHAPTER_3, PORTAL),
  A3_3(TOLD, CHAPTER_3),
  A3_4(RULE, PORTAL),
  A3_5(RULE, PORTAL),
  A3_6(RULE, CHAPTER_3),
  A3_7(RULE, CHAPTER_3),
  A3_8(RULE, CHAPTER_3, PORTAL),
  A3_9(RULE, PORTAL),
  A3_10(RULE, CHAPTER_3),
  A3_11(RULE, CHAPTER_3),
  A3_12(RULE, CHAPTER_3),

  A4_1(EnumSet.of(RULE, STAFF), EXEMPTION_1),
  A4_2(RULE, EXEMPTION_1),
  A4_3(RULE, EXEMPTION_2),
  A4_4(RULE, EXEMPTION_3, PORTAL),
  A4_5(RULE, PORTAL),
  A4_6(EnumSet.of(RULE, STAFF), PORTAL),
  A4_7(RULE, PORTAL),
  A4_8(RULE, CHAPTER_4),
  A4_9(RULE, CHAPTER_4, PORTAL),
  A4_10(RULE, CHAPTER_4, PORTAL),
  A4_11(RULE, PORTAL),
  A4_12(RULE, CHAPTER_4, PORTAL),
  A4_13(RULE, CHAPTER_4, PORTAL),
  A4_14(RULE, CHAPTER_4, PORTAL);

  private final ImmutableSet<ArticleKind> kinds;
  private final ImmutableSet<ArticleSource> sources;

  Article(ArticleKind kind, ArticleSource... sources) {
    this(EnumSet.of(kind), sources);
  }

  Article(EnumSet<ArticleKind> kinds, ArticleSource... sources) {
    this.kinds = Sets.immutableEnumSet(kinds);
    this.sources = Sets.immutableEnumSet(Arrays.asList(sources));
  }

  /** As texts and people write it: "3.2". */
  public String number() {
    return name().substring(1).replace('_', '.');
  }

  /** The id of the article on the policy page: "art-3-2". */
  public String anchor() {
    return "art-" + dashed();
  }

  public Set<ArticleKind> kinds() {
    return kinds;
  }

  public Set<ArticleSource> sources() {
    return sources;
  }

  /** 1.1: staff may overrule any rule with a reason, but never while abuse is investigated. */
  public boolean canBeOverruled() {
    return this != A4_14;
  }

  /**
   * The article as the provider's policy has it.
   *
   * @throws IllegalStateException if nothing of the article stands in the policy
   */
  public Citation policy() {
    return sources.stream()
        .filter(source -> source != PORTAL)
        .findFirst()
        .map(source -> new Citation(this, source))
        .orElseThrow(() -> new IllegalStateException(number() + " does not stand in the policy"));
  }

  /**
   * What the portal adds, or the whole article where the policy leaves it open.
   *
   * @throws IllegalStateException if the portal adds nothing
   */
  public Citation portal() {
    if (!sources.contains(PORTAL)) {
      throw new IllegalStateException("the portal adds nothing to " + number());
    }
    return new Citation(this, PORTAL);
  }

  /** What the policy says, then what the portal adds. */
  public List<Citation> parts() {
    return sources.stream().map(source -> new Citation(this, source)).toList();
  }

  public Text title() {
    return text("title");
  }

  /** What becomes of the article, in words. */
  public List<Text> enforced() {
    return kinds.stream()
        .map(
            kind ->
                kind == STAFF
                    ? Text.of("policy.enforced.STAFF", text("staff"))
                    : Text.of("policy.enforced." + kind))
        .toList();
  }

  Text text(String part) {
    return Text.of("policy." + dashed() + "." + part);
  }

  private String dashed() {
    return number().replace('.', '-');
  }
}
