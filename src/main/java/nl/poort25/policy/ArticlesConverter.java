package nl.poort25.policy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.web.ChoiceParser;

/** JPA converter for cited articles in one column, such as A4_2,A4_7; null where there are none. */
@Converter
public class ArticlesConverter implements AttributeConverter<Set<Article>, String> {
  @Override
  public String convertToDatabaseColumn(Set<Article> articles) {
    return articles == null
        ? null
        : articles.stream().sorted().map(Article::name).collect(Collectors.joining(","));
  }

  @Override
  public Set<Article> convertToEntityAttribute(String column) {
    return column == null
        ? null
        : ChoiceParser.all(Article.class, Arrays.asList(column.split(",")));
  }
}
