package nl.poort25.outbox;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** JPA converter of the arguments of a mail template: name=value, one a line, in order. */
@Converter
class TemplateArgumentsConverter implements AttributeConverter<Map<String, String>, String> {
  @Override
  public String convertToDatabaseColumn(Map<String, String> arguments) {
    return new TreeMap<>(arguments)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("\n"));
  }

  @Override
  public Map<String, String> convertToEntityAttribute(String column) {
    var arguments = new TreeMap<String, String>();
    column
        .lines()
        .forEach(
            line -> {
              int at = line.indexOf('=');
              arguments.put(line.substring(0, at), line.substring(at + 1));
            });
    return arguments;
  }
}
