package nl.poort25.ticket;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import nl.poort25.policy.Article;
import nl.poort25.web.ChoiceParser;

/** Cited articles, as they are kept in one column: A4_5,A4_7. */
@Converter
class ArticlesConverter implements AttributeConverter<Set<Article>, String> {
  @Override
  public String convertToDatabaseColumn(Set<Article> articles) {
    return articles.stream().sorted().map(Article::name).collect(joining(","));
  }

  @Override
  public Set<Article> convertToEntityAttribute(String column) {
    return ChoiceParser.all(Article.class, Arrays.asList(column.split(",")));
  }
}
