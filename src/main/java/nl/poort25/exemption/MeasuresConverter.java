package nl.poort25.exemption;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures as one column, separated by commas. */
@Converter
class MeasuresConverter implements AttributeConverter<Set<Measure>, String> {
  @Override
  public String convertToDatabaseColumn(Set<Measure> measures) {
    return measures == null
        ? null
        : measures.stream().map(Measure::name).collect(Collectors.joining(","));
  }

  @Override
  public Set<Measure> convertToEntityAttribute(String column) {
    if (column == null) {
      return null;
    }
    var measures = EnumSet.noneOf(Measure.class);
    Arrays.stream(column.split(","))
        .filter(name -> !name.isEmpty())
        .map(Measure::valueOf)
        .forEach(measures::add);
    return measures;
  }
}
