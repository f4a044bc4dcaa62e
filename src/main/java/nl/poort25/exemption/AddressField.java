package nl.poort25.exemption;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.poort25.network.Cidr;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;

/** Several addresses or prefixes in one field, separated by spaces, commas or line breaks. */
final class AddressField {
  /** Their pairs are what the firewall has to hold. */
  private static final int MOST = 64;

  private AddressField() {}

  /** At least one; the first word that is none is named at the field. */
  static List<Cidr> read(
      String field, String typed, Function<String, Cidr> parse, FormErrors errors) {
    var cidrs = new ArrayList<Cidr>();
    for (String word : typed.split("[\\s,;]+")) {
      if (!word.isEmpty()) {
        try {
          cidrs.add(parse.apply(word));
        } catch (MalformedInput e) {
          errors.add(field, e.text());
        }
      }
    }
    if (cidrs.isEmpty()) {
      errors.add(field, "web.form.required");
    }
    if (cidrs.size() > MOST) {
      errors.add(field, "exemption.addresses.too-many", MOST);
    }
    return cidrs.stream().distinct().toList();
  }

  /** A line each. */
  static String shown(List<Cidr> cidrs) {
    return cidrs.stream().map(Cidr::toString).collect(Collectors.joining("\n"));
  }
}
