package nl.poort25.exemption;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.stream.Collectors;
import nl.poort25.network.Cidr;

/** Addresses and prefixes as one column, one a line. */
@Converter
class CidrsConverter implements AttributeConverter<List<Cidr>, String> {
  @Override
  public String convertToDatabaseColumn(List<Cidr> cidrs) {
    return cidrs == null
        ? null
        : cidrs.stream().map(Cidr::toString).collect(Collectors.joining("\n"));
  }

  @Override
  public List<Cidr> convertToEntityAttribute(String column) {
    return column == null ? null : column.lines().map(Cidr::of).toList();
  }
}
