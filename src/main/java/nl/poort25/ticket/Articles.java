package nl.poort25.ticket;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import nl.poort25.policy.Article;

/** Cited articles, as they are kept in one column: A4_5,A4_7. */
@Converter
class Articles implements AttributeConverter<Set<Article>, String> {
  @Override
  public String convertToDatabaseColumn(Set<Article> articles) {
    return articles.stream().sorted().map(Article::name).collect(joining(","));
  }

  @Override
  public Set<Article> convertToEntityAttribute(String column) {
    return named(Arrays.asList(column.split(",")));
  }

  /** Those of that name; what is no article is left out. */
  static Set<Article> named(Collection<String> names) {
    return Arrays.stream(Article.values())
        .filter(article -> names.contains(article.name()))
        .collect(toCollection(() -> EnumSet.noneOf(Article.class)));
  }
}
