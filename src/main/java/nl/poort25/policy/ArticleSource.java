package nl.poort25.policy;

import nl.poort25.text.Text;

/**
 * Where an article comes from: a chapter of the provider's policy, and so the contract (1.5), or
 * this portal only.
 */
public enum ArticleSource {
  VERSION_LOG("policy.source.log", ""),
  CHAPTER_1("policy.source.chapter", "1"),
  CHAPTER_2("policy.source.chapter", "2"),
  CHAPTER_3("policy.source.chapter", "3"),
  CHAPTER_4("policy.source.chapter", "4"),
  EXEMPTION_1("policy.source.exemption", "1"),
  EXEMPTION_2("policy.source.exemption", "2"),
  EXEMPTION_3("policy.source.exemption", "3"),
  CHAPTER_5("policy.source.chapter", "5"),
  PORTAL("policy.source.portal", "");

  private final String key;
  private final String number;

  ArticleSource(String key, String number) {
    this.key = key;
    this.number = number;
  }

  Text citing(Article article) {
    return Text.of(key, this == PORTAL ? article.number() : number);
  }
}
